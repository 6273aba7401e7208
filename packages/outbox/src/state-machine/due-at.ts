import { intervalBefore, pollIntervalMs } from '../polling/intervals.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { lastLookMs } from '../resolve/timing.ts'

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

/** Returns from when on an open order goes along with others that are due, which saves a request of its own soon after. */
export function ripeAt(record: Waiting & Pick<OrderRecord, 'dueAt'>, now: number): number {
  const { dueAt = Number.POSITIVE_INFINITY } = record
  return dueAt - intervalBefore(dueAt - changedAt(record, now)) / 2
}

/** Returns when something worth telling last changed: the history leaves out what is no more than progress. */
function changedAt({ history, createdAt }: Waiting, now: number): number {
  return Math.min(history.at(-1)?.at ?? createdAt, now)
}
