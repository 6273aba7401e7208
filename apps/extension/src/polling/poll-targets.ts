import { dueEffects, lastLookMs, type OrderRecord } from '@orderwright/outbox'
import { openRefillId } from '../orders/history/actions.ts'
import type { OrderEntry } from '../orders/history/order-entry.ts'
import type { LookUp } from './look-up-target.ts'
import type { PollTarget } from './poll-target.ts'

/** Everything that an account's upstream is to be asked about. */
export interface PollTargets {
  readonly orders: readonly PollTarget[]
  readonly refills: readonly PollTarget[]
  /** Orders whose outcome is unknown. */
  readonly lookUps: readonly LookUp[]
}

/** Returns an account's targets at `now`, in milliseconds since 1970. */
export function pollTargetsOf(entries: readonly OrderEntry[], now: number): PollTargets {
  return {
    orders: entries.flatMap(entry => openOrder(entry, now)),
    refills: entries.flatMap(entry => openRefill(entry, now)),
    lookUps: entries.flatMap(({ record }) => orderInDoubt(record, now)),
  }
}

function openOrder({ record, actions }: OrderEntry, now: number): readonly PollTarget[] {
  const { state } = record
  const isOpen = dueEffects(record).some(({ kind }) => kind === 'track')
  if (!isOpen || !('orderId' in state)) return []
  // Who has asked for it to be canceled is waiting for that.
  const changedAt = pastTime(Math.max(lastChange(record), timeOf(actions?.cancel?.at)), now)
  return [{ key: record.id, recordId: record.id, id: state.orderId, changedAt }]
}

function openRefill({ record, actions = {} }: OrderEntry, now: number): readonly PollTarget[] {
  const id = openRefillId(actions)
  if (id === undefined) return []
  const changedAt = pastTime(timeOf(actions.refill?.at), now)
  return [{ key: `refill ${record.id}`, recordId: record.id, id, changedAt }]
}

function orderInDoubt(record: OrderRecord, now: number): readonly LookUp[] {
  const { state, id: recordId } = record
  const lookUp = { key: `look-up ${recordId}`, recordId }
  // A slow upstream may have taken it since, or a person may have been wrong: a list shows it.
  if (state.name === 'not_placed' && record.canListOrders)
    return [{ ...lookUp, notBefore: lastLookAt(record, now), isLast: true }]
  if (state.name !== 'unknown') return []
  // A balance is worth reading once by itself; what it says later is for a person who looks.
  if (!record.canListOrders)
    return [
      { ...lookUp, notBefore: state.balanceAfter === undefined ? Math.min(state.since, now) : undefined },
    ]
  return dueEffects(record, now).flatMap(effect =>
    effect.kind === 'look_up' ? { ...lookUp, notBefore: effect.notBefore } : [],
  )
}

/** Returns when to look for the last time: at once if the last change is dated later than now. */
function lastLookAt(record: OrderRecord, now: number): number {
  const changedAt = lastChange(record)
  return changedAt > now ? 0 : changedAt + lastLookMs
}

/** How long something counts as quiet if its last change is dated later than now, since a clock was set back. */
const unknownQuietMs = 6 * 3_600_000

function pastTime(time: number, now: number): number {
  return time <= now ? time : now - unknownQuietMs
}

/** Returns when the state last changed. The history leaves out mere progress. */
function lastChange({ history, createdAt }: OrderRecord): number {
  return history.at(-1)?.at ?? createdAt
}

function timeOf(iso: string | undefined): number {
  const time = Date.parse(iso ?? '')
  return Number.isNaN(time) ? 0 : time
}
