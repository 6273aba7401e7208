import type { OrderRecord } from '@orderwright/outbox'
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { allOrders, watchOrders } from '../orders/history/order-history.ts'
import { oneAtATime } from '../platform/coalesce.ts'
import { request } from '../platform/request.ts'
import { notificationMessages } from './messages.ts'
import { seenNewsItem } from './seen.ts'
import { countAttention, newsNames } from './unseen.ts'

/** Tells the worker of each news of the orders that are `shown`, once, as it comes on the screen: the badge counts it no more. */
export function tellSeenNews(shown: ReadonlySignal<readonly OrderRecord[]>, end: AbortSignal): void {
  const told = new Set<string>()
  const stop = effect(() => {
    const fresh = shown.value.flatMap(record => {
      const news = newsNames(record).filter(name => !told.has(`${record.id} ${name}`))
      for (const name of news) told.add(`${record.id} ${name}`)
      return news.length === 0 ? [] : [[record.id, news] as const]
    })
    if (fresh.length > 0) void request(notificationMessages['see-news'], { news: Object.fromEntries(fresh) })
  })
  end.addEventListener('abort', stop)
}

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
