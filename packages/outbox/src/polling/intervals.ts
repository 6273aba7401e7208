/** The bounds of the interval between two polls of one order, in milliseconds. */
export const pollIntervalBounds = { leastMs: 60_000, mostMs: 86_400_000 } as const

/** A change is then seen late by at most a sixth of the time that it took to come. */
const share = 6

/**
 * Returns how long to wait before an order is polled again after it has been quiet for `quietMs`, both in milliseconds.
 * What has not changed for a day will hardly change within a minute.
 *
 * @example
 * ```ts
 * pollIntervalMs(0) // 60_000
 * pollIntervalMs(3_600_000) // 600_000
 * pollIntervalMs(30 * 86_400_000) // 86_400_000
 * ```
 */
export function pollIntervalMs(quietMs: number): number {
  const { leastMs, mostMs } = pollIntervalBounds
  return Math.min(mostMs, Math.max(leastMs, quietMs / share))
}

/** Returns the interval of an order that is polled next so long after its last change, both in milliseconds. */
export function intervalBefore(dueAfterMs: number): number {
  const { leastMs, mostMs } = pollIntervalBounds
  return Math.min(mostMs, Math.max(leastMs, dueAfterMs / (share + 1)))
}

/** How long an upstream that could not be asked is left alone, in milliseconds. */
export const backOffBounds = { firstMs: 60_000, mostMs: 3_600_000, mostAskedForMs: 86_400_000 } as const

/** The pause is up to so much longer, so that many programs do not come back at the same moment. */
const spread = 0.25

export interface Failure {
  /** How many there were in a row: 1 after the first. */
  readonly failures: number
  /** The pause that the upstream asked for (`Retry-After`), if it did. */
  readonly retryAfterMs: number | undefined
  /** A random number from 0 to 1. */
  readonly random: number
}

/**
 * Returns how long to leave an upstream alone, in milliseconds: twice as long after each failure, and at least as long as
 * it asks for, up to a day.
 *
 * @example
 * ```ts
 * backOffMs({ failures: 1, retryAfterMs: undefined, random: 0 }) // 60_000
 * backOffMs({ failures: 3, retryAfterMs: 90_000, random: 0 }) // 240_000
 * ```
 */
export function backOffMs({ failures, retryAfterMs = 0, random }: Failure): number {
  const { firstMs, mostMs, mostAskedForMs } = backOffBounds
  const own = Math.min(mostMs, firstMs * 2 ** (failures - 1))
  return Math.max(own, Math.min(mostAskedForMs, retryAfterMs)) * (1 + spread * random)
}
