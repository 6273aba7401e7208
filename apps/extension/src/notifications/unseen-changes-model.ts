import type { OrderRecord } from '@orderwright/outbox'
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { allOrders, watchOrders } from '../orders/history/order-history.ts'
import { coalesce } from '../platform/coalesce.ts'
import { request } from '../platform/request.ts'
import { notificationMessages } from './messages.ts'
import { seenChangesItem } from './seen-changes.ts'
import { badgeCounts, changeNames } from './unseen-changes.ts'

/** Marks each change of the orders that are `shown` as seen, once, when it comes on the screen. The badge then no longer counts it. */
export function markShownChanges(shown: ReadonlySignal<readonly OrderRecord[]>, end: AbortSignal): void {
  const marked = new Set<string>()
  const stop = effect(() => {
    const fresh = shown.value.flatMap(record => {
      const changes = changeNames(record).filter(name => !marked.has(`${record.id} ${name}`))
      for (const name of changes) marked.add(`${record.id} ${name}`)
      return changes.length === 0 ? [] : [[record.id, changes] as const]
    })
    if (fresh.length > 0)
      void request(notificationMessages['mark-changes-seen'], { changes: Object.fromEntries(fresh) })
  })
  end.addEventListener('abort', stop)
}

export interface BadgeCountsModel {
  /** How many orders of each account need the person, by its id. */
  readonly counts: ReadonlySignal<ReadonlyMap<string, number>>
  /** Counts; from then on the counts are kept up to date. */
  read(): Promise<void>
}

/** Creates the model of the badge's counts, which are kept up to date until `end` aborts. */
export function createBadgeCounts(end: AbortSignal): BadgeCountsModel {
  const counts = signal<ReadonlyMap<string, number>>(new Map())
  const read = async (): Promise<void> => {
    const [entries, seen] = await Promise.all([allOrders(), seenChangesItem.get()])
    counts.value = badgeCounts(entries, seen)
  }
  const readAgain = coalesce(read)
  watchOrders(readAgain, end)
  seenChangesItem.watch(readAgain, end)
  return { counts, read }
}
