import type { OrderRecord } from '@orderwright/outbox'
import { effect, type ReadonlySignal } from '@preact/signals'
import { newsNames } from '../attention/needs-attention.ts'
import { ask } from '../protocol.ts'
import type { OrderingModel } from './ordering-model.ts'
import type { OrdersModel } from './orders-model.ts'

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
