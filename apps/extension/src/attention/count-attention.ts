import type { OrderEntry } from '../journal/order-entry.ts'
import { ownValue } from '../own-value.ts'
import type { SeenNews } from '../storage/seen-news.ts'
import { needsAttention } from './needs-attention.ts'

/** How many orders of each account need the person, by its id; accounts that have none are left out. */
export function countAttention(entries: readonly OrderEntry[], seen: SeenNews): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { record } of entries) {
    if (!needsAttention(record, ownValue(seen, record.id) ?? [])) continue
    counts.set(record.accountId, (counts.get(record.accountId) ?? 0) + 1)
  }
  return counts
}
