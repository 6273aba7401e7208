import type { JSX } from 'preact'
import type { Account } from '../account/account.ts'
import { describeLife } from '../outbox/describe-life.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { OrderCard } from './order-card.tsx'
import type { PopupModel } from './popup-model.ts'
import { Heading } from './review-view.tsx'

interface EndingViewProps {
  readonly model: PopupModel
  readonly account: Account
  readonly entry: OrderEntry
}

/** What became of the order, and the one thing to do next. */
export function EndingView({ model, account, entry }: EndingViewProps): JSX.Element {
  // The journal may know more by now than when the order ended.
  const latest = model.orders.entries.value.find(({ token }) => token === entry.token) ?? entry
  const words = describeLife(latest, account.name)
  const isDone = latest.life.kind === 'accepted' || latest.life.kind === 'closed'
  return (
    <div class="popup-body">
      <main class="popup-scroll stack" aria-label="Outcome">
        <Heading text={latest.life.kind === 'unknown' ? 'Look before you order again' : words.title} />
        {latest.life.kind !== 'unknown' && (
          <Notice
            tone={latest.life.kind === 'accepted' ? 'good' : tones[words.tone]}
            title={latest.life.kind === 'accepted' ? `Taken by ${account.name}` : words.badge}
            isLive
          >
            <p>{words.sentence}</p>
          </Notice>
        )}
        <OrderCard entry={latest} account={account} model={model} isExplained />
      </main>
      <footer class="popup-foot">
        <div class="review-actions">
          <Button
            onClick={() => {
              model.ordering.edit()
              model.view.value = 'orders'
            }}
          >
            All orders
          </Button>
          <Button
            variant={latest.life.kind === 'unknown' ? 'secondary' : 'primary'}
            onClick={() => model.ordering.edit()}
          >
            {isDone ? 'New order' : 'Back to the form'}
          </Button>
        </div>
      </footer>
    </div>
  )
}

const tones = { plain: 'calm', calm: 'calm', good: 'good', warn: 'warn', bad: 'bad' } as const
