import { isolate } from '@orderwright/core'
import { type OrderRecord, whyNotAgain } from '@orderwright/outbox'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { lifeWords } from '../../orders/status-text.ts'
import { OrderCard } from '../../orders/ui/order-card.tsx'
import type { PopupModel } from '../../screens/popup-model.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Heading } from './review-view.tsx'

interface EndingViewProps {
  readonly model: PopupModel
  readonly account: Account
  readonly record: OrderRecord
}

/** What became of the order, and the one thing to do next. */
export function EndingView({ model, account, record }: EndingViewProps): JSX.Element {
  // The journal may know more by now than when the order ended.
  const entry = model.orders.entries.value.find(({ record: { id } }) => id === record.id) ?? { record }
  const { life } = entry.record
  const words = lifeWords(entry.record, account.name)
  const isPlaced = 'orderId' in life
  return (
    <div class="popup-body">
      <main class="popup-scroll stack" aria-label="Outcome">
        <Heading text={life.state === 'unknown' ? 'Look before you order again' : words.title} />
        {life.state !== 'unknown' && (
          <Notice
            tone={isPlaced ? 'good' : tones[words.tone]}
            title={isPlaced ? `Taken by ${isolate(account.name)}` : words.badge}
            isLive
          >
            <p>{words.sentence}</p>
          </Notice>
        )}
        <OrderCard entry={entry} account={account} model={model} isExplained />
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
          <NextStep model={model} record={entry.record} />
        </div>
      </footer>
    </div>
  )
}

/** What nobody took is tried again; all else is left alone. */
function NextStep({ model, record }: Omit<EndingViewProps, 'account'>): JSX.Element {
  if (whyNotAgain(record) !== undefined) {
    return (
      <Button
        variant={record.life.state === 'unknown' ? 'secondary' : 'primary'}
        onClick={() => model.ordering.edit()}
      >
        {record.life.state === 'unknown' ? 'Back to the form' : 'New order'}
      </Button>
    )
  }
  return (
    <Button variant="primary" onClick={() => model.reviewing.tryAgain(record)}>
      {record.life.state === 'rejected' ? 'Back to the form' : 'Try again'}
    </Button>
  )
}

const tones = { plain: 'calm', calm: 'calm', good: 'good', warn: 'warn', bad: 'bad' } as const
