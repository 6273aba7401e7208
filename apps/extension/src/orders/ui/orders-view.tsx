import { messages as texts } from './texts/en.generated.ts'
import './orders-view.css'
import { isolate } from '@orderwright/core'
import type { JSX } from 'preact'
import { Button } from '../../ui/button.tsx'
import { LongList } from '../../ui/long-list/long-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RefillAll } from '../actions/refill-all.tsx'
import { DuplicatesNotice } from '../duplicates/duplicates-notice.tsx'
import type { StoredDuplicate } from '../duplicates/possible-duplicates.ts'
import type { OrderEntry } from '../history/order-entry.ts'
import type { OrdersModel } from '../orders-model.ts'
import { OrderCard, type OrderCardProps } from './order-card.tsx'

interface OrdersViewProps extends Pick<OrderCardProps, 'account' | 'flags' | 'capabilities' | 'onTryAgain'> {
  readonly orders: Pick<OrdersModel, 'entries' | 'isWhole' | 'problem' | 'isRefreshing'>
  /** Orders of the account's upstream that are not in the list. */
  readonly duplicates: readonly StoredDuplicate[]
  /** The record of the order that the person wants to see, or blank. */
  readonly orderToShow: string
  readonly areKeysLocked: boolean
  readonly onRefresh: () => void
}

export function OrdersView(props: OrdersViewProps): JSX.Element {
  const { orders, duplicates, orderToShow, areKeysLocked, onRefresh, ...card } = props
  const { account, flags, capabilities } = card
  const entries = orders.entries.value
  const problem = orders.problem.value
  const retried = new Set(entries.map(({ record }) => record.retryOf))
  if (entries.length === 0 && !orders.isWhole.value) {
    return (
      <main class="popup-scroll" aria-label={texts.orders()} aria-busy="true">
        <h1 class="visually-hidden">{texts.orders()}</h1>
      </main>
    )
  }
  if (entries.length === 0) {
    return (
      <main class="centered">
        <h1>{texts.empty.title()}</h1>
        <p>{texts.empty.text({ account: isolate(account.name) })}</p>
      </main>
    )
  }
  return (
    <main class="popup-scroll stack" aria-label={texts.orders()} aria-busy={orders.isRefreshing.value}>
      <h1 class="visually-hidden">{texts.orders()}</h1>
      {problem !== undefined && (
        <Notice
          tone="bad"
          title={texts.failed()}
          isLive
          actions={
            <Button variant="quiet" onClick={onRefresh}>
              {texts.retry()}
            </Button>
          }
        >
          <p>{problem}</p>
        </Notice>
      )}
      {areKeysLocked && (
        <Notice tone="warn" title={texts.locked.title()}>
          <p>{texts.locked.text()}</p>
        </Notice>
      )}
      <DuplicatesNotice accountId={account.id} entries={entries} duplicates={duplicates} />
      <RefillAll accountId={account.id} entries={entries} flags={flags} capabilities={capabilities} />
      <LongList items={entries} keyOf={keyOf} keyToShow={orderToShow}>
        {entry => <OrderCard {...card} entry={entry} isTriedAgain={retried.has(entry.record.id)} />}
      </LongList>
    </main>
  )
}

function keyOf({ record }: OrderEntry): string {
  return record.id
}
