import type { OrderRecord } from '@orderwright/outbox'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { DraftModel } from '../order-form/draft-model.ts'
import type { OrderForm } from '../order-form/form-model.ts'
import type { OrdersModel } from '../orders/orders-model.ts'
import { orderOfDraft, unseenOutcomeOf } from './unseen-outcome.ts'

export interface UnseenOutcomeModel {
  /** An order to read about before the next one. */
  readonly order: ReadonlySignal<OrderRecord | undefined>
  /** Forgets a draft that was ordered, and shows that order. Call it after the draft and the orders are read. */
  read(): void
  /** The person has seen what became of the last order. */
  clear(): void
}

interface UnseenOutcomeOptions {
  readonly form: OrderForm
  readonly drafts: DraftModel
  readonly orders: OrdersModel
}

/**
 * Creates the model of the outcome that was not seen. A popup that is closed while it orders cannot forget its draft,
 * which must not lie ready to be sent again.
 */
export function createUnseenOutcome({ form, drafts, orders }: UnseenOutcomeOptions): UnseenOutcomeModel {
  /** What the draft that lay here has become. */
  const orderedId = signal<string | undefined>(undefined)
  return {
    order: computed(() => unseenOutcomeOf(orders.entries.value, orderedId.value)),
    read: () => {
      orderedId.value = undefined
      const draft = form.order.value
      const notice = drafts.notice.value
      if (draft === undefined || notice?.kind !== 'restored') return
      orderedId.value = orderOfDraft(orders.entries.value, draft, Date.parse(notice.at), Date.now())?.id
      if (orderedId.value !== undefined) drafts.forget()
    },
    clear: () => {
      orderedId.value = undefined
    },
  }
}
