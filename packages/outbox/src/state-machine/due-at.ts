import type { OrderRecord } from '../record/record-schema.ts'
import { lastLookMs } from '../resolve/timing.ts'

/** Between two questions about one order: a minute at least, a day at most, in milliseconds. */
const pollBounds = { leastMs: 60_000, mostMs: 86_400_000 } as const

/** News is then told late by a sixth at most of the time that it took to come. */
const share = 6

/**
 * Returns how long to wait before an order is asked about again, in milliseconds, after it has been quiet for `quietMs`: what has
 * not changed for a day will hardly change within a minute.
 *
 * @example
 * ```ts
 * pollIntervalMs(0) // 60_000
 * pollIntervalMs(3_600_000) // 600_000
 * pollIntervalMs(30 * 86_400_000) // 86_400_000
 * ```
 */
export function pollIntervalMs(quietMs: number): number {
  return Math.min(pollBounds.mostMs, Math.max(pollBounds.leastMs, quietMs / share))
}

type Waiting = Pick<OrderRecord, 'state' | 'history' | 'createdAt' | 'canListOrders'>

/**
 * Returns when a record's upstream is to be asked next, in milliseconds since 1970, after something was heard of it at `now`: a
 * status of an open order, a look-up or a balance of an unknown one, and a last look-up of one that counts as not placed.
 * `undefined`: never again.
 */
export function dueAtOf(record: Waiting, now: number): number | undefined {
  const { state, canListOrders } = record
  switch (state.name) {
    case 'unknown': {
      // The person has to choose.
      if (state.candidates.length > 0) return undefined
      if (!canListOrders) return state.balanceAfter === undefined ? Math.min(state.since, now) : undefined
      // What was written down later than now was written by a clock that was set back since.
      return Math.max(state.since, state.lastLookedUpAt ?? state.since) > now ? now : state.lookAgainAt
    }
    case 'not_placed':
      return canListOrders ? changedAt(record, now) + lastLookMs : undefined
    case 'accepted':
    case 'open':
      return now + pollIntervalMs(now - changedAt(record, now))
    default:
      return undefined
  }
}

/** Returns when something worth telling last changed: the history leaves out what is no more than progress. */
function changedAt({ history, createdAt }: Waiting, now: number): number {
  return Math.min(history.at(-1)?.at ?? createdAt, now)
}
