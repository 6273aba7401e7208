import type { OrderRecord } from '@orderwright/outbox'
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { OrderingModel } from '../checkout/checkout-model.ts'
import { ask } from '../messages.ts'
import { allOrders, watchOrders } from '../orders/history/order-history.ts'
import type { OrdersModel } from '../orders/orders-model.ts'
import { oneAtATime } from '../platform/coalesce.ts'
import { seenNewsItem } from './seen.ts'
import { countAttention, newsNames } from './unseen.ts'

interface Screen {
  readonly view: ReadonlySignal<'order' | 'orders'>
  readonly orders: Pick<OrdersModel, 'entries'>
  readonly ordering: Pick<OrderingModel, 'state'>
}

/** Tells the worker of each news of an order, once, as it comes on the screen: the badge counts it no more. */
export function tellSeenNews(screen: Screen, end: AbortSignal): void {
  const told = new Set<string>()
  const stop = effect(() => {
    const fresh = shownRecords(screen).flatMap(record => {
      const news = newsNames(record).filter(name => !told.has(`${record.id} ${name}`))
      for (const name of news) told.add(`${record.id} ${name}`)
      return news.length === 0 ? [] : [[record.id, news] as const]
    })
    if (fresh.length > 0)
      void ask({ type: 'see-news', news: Object.fromEntries(fresh) }).catch(() => undefined)
  })
  end.addEventListener('abort', stop)
}

function shownRecords({ view, orders, ordering }: Screen): readonly OrderRecord[] {
  if (view.value === 'orders') return orders.entries.value.map(({ record }) => record)
  const { value } = ordering.state
  if (value.kind !== 'ended') return []
  // The journal may know more by now than when the order ended.
  return [orders.entries.value.find(({ record }) => record.id === value.record.id)?.record ?? value.record]
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
