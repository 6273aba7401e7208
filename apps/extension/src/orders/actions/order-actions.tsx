import { isolate } from '@orderwright/core'
import { messages as texts } from './texts/en.generated.ts'
import './order-actions.css'
import { orderIdOf } from '@orderwright/outbox'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { request } from '../../platform/request.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { OrderEntry } from '../history/order-entry.ts'
import { orderMessages } from '../messages.ts'
import type { AvailableActions } from './available-actions.ts'
import { describeActions } from './describe-actions.ts'

interface OrderActionsProps {
  readonly entry: OrderEntry
  readonly offers: AvailableActions
  /** The account's name. */
  readonly upstream: string
}

/** Shows what was asked for since the order was placed, and what may be asked for now. */
export function OrderActions({ entry, offers, upstream }: OrderActionsProps): JSX.Element | null {
  const isBusy = useSignal(false)
  const isCancelOpen = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const element = useRef<HTMLElement>(null)
  const { record } = entry
  const { id } = record
  const orderId = orderIdOf(record)
  const words = describeActions(entry, upstream)
  if (orderId === undefined || (words.length === 0 && !offers.cancel && !offers.refill)) return null
  const wish = async (type: 'cancel-order' | 'refill-order'): Promise<void> => {
    isBusy.value = true
    const answer = await request(orderMessages[type], { id }, texts.interrupted())
    problem.value = answer.ok ? undefined : answer.sentence
    isBusy.value = false
    isCancelOpen.value = false
    // The button that had the focus may be gone.
    element.current?.focus()
  }
  const confirmId = `cancel-${id}`
  return (
    <section
      class="order-actions"
      ref={element}
      tabIndex={-1}
      aria-label={texts.section({ orderId: isolate(orderId) })}
    >
      <div role="status">
        {words.map(({ kind, badge, tone, sentence }) => (
          <p class="order-action" key={kind}>
            <Badge tone={tone} text={badge} />
            <span>{sentence}</span>
          </p>
        ))}
        {problem.value !== undefined && <p>{problem.value}</p>}
      </div>
      <div class="order-actions-choices">
        {offers.refill && (
          <Button variant="quiet" isBusy={isBusy.value} onClick={() => void wish('refill-order')}>
            {texts.askRefill()}
          </Button>
        )}
        {offers.cancel && (
          <Button
            variant="danger"
            isDeliberate
            isExpanded={isCancelOpen.value}
            controls={confirmId}
            onClick={() => {
              isCancelOpen.value = !isCancelOpen.value
            }}
          >
            {texts.cancelOrder()}
          </Button>
        )}
      </div>
      {offers.cancel && isCancelOpen.value && (
        <CancelNotice
          id={confirmId}
          title={texts.askCancel({ provider: isolate(upstream), orderId: isolate(orderId) })}
          isBusy={isBusy.value}
          onAsk={() => void wish('cancel-order')}
          onKeep={() => {
            isCancelOpen.value = false
            element.current?.focus()
          }}
        />
      )}
    </section>
  )
}

interface CancelNoticeProps {
  readonly id: string
  readonly title: string
  readonly isBusy: boolean
  readonly onAsk: () => void
  readonly onKeep: () => void
}

/** Asks once more: a cancel that was asked for cannot be taken back. */
function CancelNotice({ id, title, isBusy, onAsk, onKeep }: CancelNoticeProps): JSX.Element {
  return (
    <div id={id}>
      <Notice
        tone="warn"
        title={title}
        actions={
          <>
            <Button isBusy={isBusy} isDeliberate onClick={onAsk}>
              {isBusy ? texts.requesting() : texts.request()}
            </Button>
            <Button variant="quiet" onClick={onKeep}>
              {texts.keep()}
            </Button>
          </>
        }
      >
        <p>{texts.consequence()}</p>
      </Notice>
    </div>
  )
}
