import { withOrders } from '../src/orders/history/database.ts'
import type { OrderEntry } from '../src/orders/history/order-entry.ts'

/** Puts orders into the order history as they are, as an earlier worker may have left them. */
export async function storeEntries(...entries: readonly OrderEntry[]): Promise<void> {
  await withOrders(async database => {
    for (const entry of entries) await database.put('orders', entry)
  })
}
