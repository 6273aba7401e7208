import type { RefillStatus, Upstream } from '@orderwright/client'
import { type OrderRecord, orderIdOf } from '@orderwright/outbox'
import { type FollowUpEvent, openRefillId } from '../journal/follow-up.ts'
import type { OrderEntry } from '../journal/order-entry.ts'
import { noteFollowUps, ordersOf } from '../storage/orders.ts'
import { isLookUpDue } from './is-look-up-due.ts'
import { openOutbox } from './outbox.ts'
import { withUpstream } from './with-upstream.ts'

/**
 * Looks up what is unknown and due, and asks about every open order and refill of the account, in as few requests as
 * the upstream allows.
 */
export async function trackOrders(accountId: string): Promise<null> {
  const outbox = openOutbox()
  const entries = await ordersOf(accountId)
  const orderIds = entries.flatMap(({ record }) => openOrderId(record) ?? [])
  const refills = openRefills(entries)
  const unknown = entries.map(({ record }) => record).filter(record => isWorthAsking(record))
  if (orderIds.length + refills.size + unknown.length === 0) return null
  await withUpstream(accountId, async upstream => {
    const [statuses, events] = await Promise.all([
      orderIds.length === 0 ? [] : upstream.statuses(orderIds),
      refillEvents(upstream, refills),
    ])
    await outbox.seeStatuses(accountId, statuses)
    await noteFollowUps(events)
    for (const { id } of unknown) await outbox.lookUp(id)
  })
  return null
}

/** A balance that was read before may have changed since: an upstream may take an order late. */
function isWorthAsking(record: OrderRecord): boolean {
  return isLookUpDue(record, Date.now()) || (record.life.state === 'unknown' && !record.canListOrders)
}

function openOrderId(record: OrderRecord): string | undefined {
  return record.life.state === 'final' ? undefined : orderIdOf(record)
}

/** The orders with an open refill, by the refill's number. */
function openRefills(entries: readonly OrderEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ record, followUps = {} }) => {
      const refillId = openRefillId(followUps)
      return refillId === undefined ? [] : [[refillId, record.id] as const]
    }),
  )
}

/** A refill that the upstream left out stays as it was last seen. */
async function refillEvents(
  upstream: Upstream,
  refills: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, FollowUpEvent>> {
  const statuses = refills.size === 0 ? [] : await upstream.refillStatuses([...refills.keys()])
  return new Map(statuses.flatMap(status => eventOf(status, refills)))
}

function eventOf(
  status: RefillStatus,
  refills: ReadonlyMap<string, string>,
): readonly (readonly [string, FollowUpEvent])[] {
  const id = refills.get(status.refillId)
  return id === undefined || status.kind !== 'found' ? [] : [[id, { kind: 'refill_tracked', status }]]
}
