import { dueEffects, type OrderRecord } from '@orderwright/outbox'
import { openRefillId } from '../journal/follow-up.ts'
import type { OrderEntry } from '../journal/order-entry.ts'
import type { Followed } from './followed.ts'
import type { LookUp } from './look-up.ts'

/** All that an account's upstream is to be asked about. */
export interface FollowedOrders {
  readonly orders: readonly Followed[]
  readonly refills: readonly Followed[]
  /** Orders in doubt. */
  readonly lookUps: readonly LookUp[]
}

export function followedOrders(entries: readonly OrderEntry[]): FollowedOrders {
  return {
    orders: entries.flatMap(openOrder),
    refills: entries.flatMap(openRefill),
    lookUps: entries.flatMap(({ record }) => orderInDoubt(record)),
  }
}

function openOrder({ record, followUps }: OrderEntry): readonly Followed[] {
  const { life } = record
  const isOpen = dueEffects(record).some(({ kind }) => kind === 'track')
  if (!isOpen || !('orderId' in life)) return []
  // Who has asked for it to be canceled is waiting for that.
  const changedAt = Math.max(lastChange(record), timeOf(followUps?.cancel?.at))
  return [{ key: record.id, recordId: record.id, id: life.orderId, changedAt }]
}

function openRefill({ record, followUps = {} }: OrderEntry): readonly Followed[] {
  const id = openRefillId(followUps)
  if (id === undefined) return []
  return [{ key: `refill ${record.id}`, recordId: record.id, id, changedAt: timeOf(followUps.refill?.at) }]
}

/** By then no upstream is still about to take an order. */
const lastLookMs = 3_600_000

function orderInDoubt(record: OrderRecord): readonly LookUp[] {
  const { life, id: recordId } = record
  const lookUp = { key: `look-up ${recordId}`, recordId }
  // A slow upstream may have taken it since, or a person may have been wrong: a list tells.
  if (life.state === 'not_placed' && record.canListOrders)
    return [{ ...lookUp, notBefore: lastChange(record) + lastLookMs, isLast: true }]
  if (life.state !== 'unknown') return []
  // A balance is worth reading once by itself; what it says later is for a person who looks.
  if (!record.canListOrders)
    return [{ ...lookUp, notBefore: life.balanceAfter === undefined ? life.since : undefined }]
  return dueEffects(record).flatMap(effect =>
    effect.kind === 'look_up' ? { ...lookUp, notBefore: effect.notBefore } : [],
  )
}

/** The history leaves out what is no more than progress. */
function lastChange({ history, createdAt }: OrderRecord): number {
  return history.at(-1)?.at ?? createdAt
}

function timeOf(iso: string | undefined): number {
  const time = Date.parse(iso ?? '')
  return Number.isNaN(time) ? 0 : time
}
