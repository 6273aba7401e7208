import { pollIntervalBounds, pollIntervalMs } from '@orderwright/outbox'
import { ownValue } from '../platform/own-value.ts'

/** An order or a refill that is polled until it is over. Times are in milliseconds since 1970. */
export interface PollTarget {
  /** Unique among an account's targets. */
  readonly key: string
  readonly recordId: string
  /** The upstream's id of it. */
  readonly id: string
  /** When anything but its progress last changed. */
  readonly changedAt: number
}

/** When each target was last asked about, by its key. */
export type AskedAt = Readonly<Record<string, number>>

/** Returns when a target is to be asked about again. */
export function dueAt({ key, changedAt }: PollTarget, askedAt: AskedAt): number {
  const from = Math.max(changedAt, ownValue(askedAt, key) ?? 0)
  return from + pollIntervalMs(from - changedAt)
}

/** Returns from when on a target goes along with others that are due, which saves a request of its own soon after. */
function ripeAt({ key, changedAt }: PollTarget, askedAt: AskedAt): number {
  const from = Math.max(changedAt, ownValue(askedAt, key) ?? 0)
  return from + pollIntervalMs(from - changedAt) / 2
}

/**
 * Returns what to ask about now in as few requests as possible: what is due and, if those requests have room left, what
 * soon will be. `batchSize` is how many targets one request covers.
 */
export function chooseDue(
  targets: readonly PollTarget[],
  askedAt: AskedAt,
  now: number,
  batchSize: number,
): readonly PollTarget[] {
  const due = targets.filter(one => dueAt(one, askedAt) <= now)
  const room = Math.ceil(due.length / batchSize) * batchSize - due.length
  const soon = targets
    .filter(one => dueAt(one, askedAt) > now && ripeAt(one, askedAt) <= now)
    .toSorted((one, other) => dueAt(one, askedAt) - dueAt(other, askedAt))
  return [...due, ...soon.slice(0, room)]
}

/** Opening a screen asks about nothing that was asked about so recently, in milliseconds. */
export const freshMs: number = pollIntervalBounds.leastMs / 2

/** Returns whether a target may have changed since it was asked about. A clock that was set back keeps nothing fresh. */
export function isStale(key: string, askedAt: AskedAt, now: number): boolean {
  const age = now - (ownValue(askedAt, key) ?? Number.NEGATIVE_INFINITY)
  return age < 0 || age >= freshMs
}
