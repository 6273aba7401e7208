import './orders-view.css'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import type { PopupModel } from '../../screens/popup-model.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RefillAll } from '../actions/refill-all.tsx'
import { Strays } from '../duplicates/duplicates-notice.tsx'
import { OrderCard } from './order-card.tsx'

interface OrdersViewProps {
  readonly model: PopupModel
  readonly account: Account
}

export function OrdersView({ model, account }: OrdersViewProps): JSX.Element {
  const entries = model.orders.entries.value
  const problem = model.orders.problem.value
  if (entries.length === 0) {
    return (
      <main class="centered">
        <h1>No orders yet</h1>
        <p>
          What you order through <bdi>{account.name}</bdi> shows here, with its progress and what it cost.
        </p>
      </main>
    )
  }
  return (
    <main class="popup-scroll stack" aria-label="Orders" aria-busy={model.orders.isRefreshing.value}>
      <h1 class="visually-hidden">Orders</h1>
      {problem !== undefined && (
        <Notice
          tone="bad"
          title="The orders could not be refreshed"
          isLive
          actions={
            <Button variant="quiet" onClick={() => void model.refresh()}>
              Try again
            </Button>
          }
        >
          <p>{problem}</p>
        </Notice>
      )}
      {model.keys.status.value?.isLocked === true && (
        <Notice tone="warn" title="Your keys are locked">
          <p>Orders are not followed until you unlock them, under “Order” or in the settings.</p>
        </Notice>
      )}
      <Strays model={model} accountId={account.id} />
      <RefillAll model={model} accountId={account.id} />
      <ul class="stack">
        {entries.map(entry => (
          <li
            key={entry.record.id}
            {...(entry.record.id === model.orderToShow.value ? { ref: bringIntoView, tabIndex: -1 } : {})}
          >
            <OrderCard entry={entry} account={account} model={model} />
          </li>
        ))}
      </ul>
    </main>
  )
}

/** As it comes on the screen, and no more than once: the person may scroll on. */
function bringIntoView(item: HTMLLIElement | null): void {
  item?.scrollIntoView({ block: 'center' })
  item?.focus({ preventScroll: true })
}
