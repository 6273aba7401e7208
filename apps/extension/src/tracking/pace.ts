/** Between two questions about one order: a minute at least, a day at most, in milliseconds. */
export const paceBounds = { leastMs: 60_000, mostMs: 86_400_000 } as const

/** News is then told late by a sixth at most of the time that it took to come. */
const share = 6

/**
 * How long to wait before an order is asked about again, after it has been quiet for `quietMs`: what has not
 * changed for a day will hardly change within a minute.
 */
export function paceMs(quietMs: number): number {
  return Math.min(paceBounds.mostMs, Math.max(paceBounds.leastMs, quietMs / share))
}
