import type { ListedOrder } from '@orderwright/client'
import { isTooOld, matchOrders } from '../outbox/match-orders.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { advanceOrder, ordersOf } from '../storage/orders.ts'
import { storedOrder } from './stored-order.ts'
import { Trouble } from './trouble.ts'
import { withUpstream } from './with-upstream.ts'

/**
 * Looks an unknown order up in the upstream's own list, and adopts it where it can be no other; otherwise the
 * entry says what was found.
 *
 * @throws {Trouble} where the upstream lists no orders.
 */
export async function searchOrder(token: string): Promise<OrderEntry> {
  const entry = await storedOrder(token)
  if (entry.life.kind !== 'unknown') return entry
  const listed = await withUpstream(entry.accountId, async (upstream, account) => {
    if (!upstream.capabilities.canListOrders) {
      throw new Trouble(`${account.name} lists no orders. Look on its website whether this one is there.`)
    }
    return await recentOrders(entry, upstream.orders())
  })
  const { certain, possible } = matchOrders(entry, listed, await knownIds(entry.accountId))
  if (certain !== undefined) return await advanceOrder(token, { kind: 'adopted', orderId: certain.orderId })
  const candidates = possible.map(({ orderId, createdAt, charge }) => ({ orderId, createdAt, charge }))
  return await advanceOrder(token, { kind: 'searched', search: { at: new Date().toISOString(), candidates } })
}

async function recentOrders(
  entry: OrderEntry,
  orders: AsyncIterable<ListedOrder>,
): Promise<readonly ListedOrder[]> {
  const recent: ListedOrder[] = []
  for await (const order of orders) {
    if (isTooOld(entry, order)) break
    recent.push(order)
  }
  return recent
}

async function knownIds(accountId: string): Promise<ReadonlySet<string>> {
  const entries = await ordersOf(accountId)
  return new Set(entries.flatMap(({ life }) => (life.kind === 'accepted' ? [life.orderId] : [])))
}
