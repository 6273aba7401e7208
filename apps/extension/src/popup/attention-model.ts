import { type ReadonlySignal, signal } from '@preact/signals'
import { countAttention } from '../attention/count-attention.ts'
import { oneAtATime } from '../storage/one-at-a-time.ts'
import { allOrders, watchOrders } from '../storage/orders.ts'
import { seenNewsItem } from '../storage/seen-news.ts'

/** How many orders of each account need the person, by its id: where to find what the badge on the icon counts. */
export async function openAttention(end: AbortSignal): Promise<ReadonlySignal<ReadonlyMap<string, number>>> {
  const counts = signal<ReadonlyMap<string, number>>(new Map())
  const read = async (): Promise<void> => {
    const [entries, seen] = await Promise.all([allOrders(), seenNewsItem.get()])
    counts.value = countAttention(entries, seen)
  }
  const readAgain = oneAtATime(read)
  watchOrders(readAgain, end)
  seenNewsItem.watch(readAgain, end)
  await read()
  return counts
}
