import { isolate } from '@orderwright/core'
import { whyNotAgain } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { statusText } from '../../orders/status-text.ts'
import { OrderCard, type OrderCardProps } from '../../orders/ui/order-card.tsx'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { messages as texts } from './texts/en.generated.ts'

interface OutcomeViewProps extends Omit<OrderCardProps, 'isExplained'> {
  /** Goes back to the form. */
  readonly onEdit: () => void
  readonly onShowOrders: () => void
}

/** Shows what became of the order, and the one thing to do next. */
export function OutcomeView({ onEdit, onShowOrders, ...card }: OutcomeViewProps): JSX.Element {
  const { entry, account, onTryAgain } = card
  const { state } = entry.record
  const words = statusText(entry.record, account.name)
  const isPlaced = 'orderId' in state
  return (
    <div class="popup-body">
      <main class="popup-scroll stack" aria-label={texts.outcome.label()}>
        <Heading text={state.name === 'unknown' ? texts.outcome.unknown() : words.title} />
        {state.name !== 'unknown' && (
          <Notice
            tone={isPlaced ? 'good' : tones[words.tone]}
            title={isPlaced ? texts.outcome.taken({ provider: isolate(account.name) }) : words.badge}
            isLive
          >
            <p>{words.sentence}</p>
          </Notice>
        )}
        <OrderCard {...card} isExplained />
      </main>
      <footer class="popup-foot">
        <div class="review-actions">
          <Button onClick={onShowOrders}>{texts.outcome.all()}</Button>
          <NextStep entry={entry} onEdit={onEdit} onTryAgain={onTryAgain} />
        </div>
      </footer>
    </div>
  )
}

type NextStepProps = Pick<OutcomeViewProps, 'entry' | 'onEdit' | 'onTryAgain'>

/** Shows the next step: what nobody took is tried again, all else is left alone. */
function NextStep({ entry: { record }, onEdit, onTryAgain }: NextStepProps): JSX.Element {
  if (whyNotAgain(record) !== undefined) {
    return (
      <Button variant={record.state.name === 'unknown' ? 'secondary' : 'primary'} onClick={onEdit}>
        {record.state.name === 'unknown' ? texts.outcome.back() : texts.outcome.new()}
      </Button>
    )
  }
  return (
    <Button variant="primary" onClick={() => onTryAgain(record)}>
      {record.state.name === 'rejected' ? texts.outcome.back() : texts.outcome.again()}
    </Button>
  )
}

const tones = { plain: 'calm', calm: 'calm', good: 'good', warn: 'warn', bad: 'bad' } as const
