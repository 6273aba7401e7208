import { ownValue } from '../platform/own-value.ts'
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

/** Something that an upstream is asked about until it is over: an order, or a refill. Times in milliseconds. */
export interface Followed {
  /** Unique among all that is followed for an account. */
  readonly key: string
  readonly recordId: string
  /** The upstream's number. */
  readonly id: string
  /** When anything worth telling last changed. */
  readonly changedAt: number
}

/** When what is followed was last asked about, by key. */
export type AskedAt = Readonly<Record<string, number>>

/** When it is to be asked about again. */
export function dueAt({ key, changedAt }: Followed, askedAt: AskedAt): number {
  const from = Math.max(changedAt, ownValue(askedAt, key) ?? 0)
  return from + paceMs(from - changedAt)
}

/** From then on it goes along with others that are due, since that costs no request of its own soon after. */
function ripeAt({ key, changedAt }: Followed, askedAt: AskedAt): number {
  const from = Math.max(changedAt, ownValue(askedAt, key) ?? 0)
  return from + paceMs(from - changedAt) / 2
}

/**
 * What to ask about now, in as few requests as can be: what is due, and in the room that those requests leave,
 * what soon will be. `batchSize` is how many one request covers.
 */
export function chooseDue(
  followed: readonly Followed[],
  askedAt: AskedAt,
  now: number,
  batchSize: number,
): readonly Followed[] {
  const due = followed.filter(one => dueAt(one, askedAt) <= now)
  const room = Math.ceil(due.length / batchSize) * batchSize - due.length
  const soon = followed
    .filter(one => dueAt(one, askedAt) > now && ripeAt(one, askedAt) <= now)
    .toSorted((one, other) => dueAt(one, askedAt) - dueAt(other, askedAt))
  return [...due, ...soon.slice(0, room)]
}

/** Opening a window again asks about nothing that was asked about so recently, in milliseconds. */
export const freshMs: number = paceBounds.leastMs / 2

/** Whether a person who is looking may be told something newer. A clock that was set back keeps nothing fresh. */
export function isStale(key: string, askedAt: AskedAt, now: number): boolean {
  const age = now - (ownValue(askedAt, key) ?? Number.NEGATIVE_INFINITY)
  return age < 0 || age >= freshMs
}
