import { type JoinedOrders, joinOrders } from '../data/join-orders.ts'
import type { OrderEntry } from '../journal/order-entry.ts'
import { withDatabase } from './database.ts'
import { isReadableOrder } from './is-readable-order.ts'
import { announceOrders } from './orders.ts'

/** Joins orders with those that are stored, all of them in one transaction or none; `now` in milliseconds since 1970. */
export async function importOrders(orders: readonly OrderEntry[], now: number): Promise<JoinedOrders> {
  const joined = await withDatabase(async database => {
    const transaction = database.transaction('orders', 'readwrite', { durability: 'strict' })
    const outcome = joinOrders((await transaction.store.getAll()).filter(isReadableOrder), orders, now)
    await Promise.all([...outcome.changed.map(entry => transaction.store.put(entry)), transaction.done])
    return outcome
  })
  announceOrders()
  return joined
}
