import type { OrderEntry } from '../src/journal/order-entry.ts'
import { withDatabase } from '../src/storage/database.ts'

/** Puts orders into the journal as they are, as an earlier worker may have left them. */
export async function storeEntries(...entries: readonly OrderEntry[]): Promise<void> {
  await withDatabase(async database => {
    for (const entry of entries) await database.put('orders', entry)
  })
}
