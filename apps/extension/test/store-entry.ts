import type { OrderEntry } from '../src/orders/history/order-entry.ts'
import { withDatabase } from '../src/platform/database.ts'

/** Puts orders into the journal as they are, as an earlier worker may have left them. */
export async function storeEntries(...entries: readonly OrderEntry[]): Promise<void> {
  await withDatabase(async database => {
    for (const entry of entries) await database.put('orders', entry)
  })
}
