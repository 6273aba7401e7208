import './outcome-view.css'
import { orderIdOf, whyNotAgain } from '@orderwright/outbox'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { statusText } from '../../orders/status-text.ts'
import { OrderCard, type OrderCardProps } from '../../orders/ui/order-card.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
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
  const orderId = orderIdOf(entry.record)
  return (
    <div class="popup-body">
      <main class="popup-scroll stack" aria-label={texts.outcome.label()}>
        <div class="outcome-head">
          <Heading text={state.name === 'unknown' ? texts.outcome.unknown() : words.title} />
          {orderId !== undefined && <CopyNumber orderId={orderId} />}
        </div>
        {state.name !== 'unknown' && orderId === undefined && (
          <Notice tone={tones[words.tone]} title={words.badge} isLive>
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

/** Copies the order's number, and says so. */
function CopyNumber({ orderId }: { readonly orderId: string }): JSX.Element {
  const isCopied = useSignal(false)
  return (
    <>
      <IconButton
        icon={isCopied.value ? 'check' : 'copy'}
        label={texts.outcome.copy()}
        onClick={() => {
          navigator.clipboard.writeText(orderId).then(
            () => {
              isCopied.value = true
            },
            // The number can be selected still.
            () => undefined,
          )
        }}
      />
      <span class="visually-hidden" role="status">
        {isCopied.value ? texts.outcome.copied() : ''}
      </span>
    </>
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
