import type { OrderRecord } from '@orderwright/outbox'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { AccountData } from '../catalogue/account-data-model.ts'
import type { FormValues, OrderForm } from '../order-form/form-model.ts'
import type { Page } from '../order-form/page-model.ts'
import type { CheckoutModel } from './checkout-model.ts'

export interface ReviewModel {
  /** Shows what is filled in for review, or every issue that keeps it from that; whether it is shown. */
  review(): boolean
  /** Fills in an order that was not placed, priced anew: for review if it may go as it was, else to be corrected. */
  tryAgain(record: OrderRecord): Promise<void>
  /** What is filled in next is an order of its own. */
  beginAnew(): void
}

interface ReviewOptions {
  readonly form: OrderForm
  readonly checkout: CheckoutModel
  readonly catalogue: Pick<AccountData, 'services' | 'readService'>
  readonly page: ReadonlySignal<Page | undefined>
  readonly view: Signal<'order' | 'orders'>
}

/** Creates the way from the form to the review: of a new order, or of one that is tried again. */
export function createReview({ form, checkout, catalogue, page, view }: ReviewOptions): ReviewModel {
  let earlier: OrderRecord | undefined

  function review(): boolean {
    const complete = form.complete()
    if (complete === undefined) return false
    // Of another service it is another order.
    const isIt = earlier?.order.serviceId === complete.service.id
    checkout.review(complete, isIt ? earlier?.id : undefined)
    return true
  }

  return {
    review,
    tryAgain: async record => {
      // At once if it can be: the person has pressed a button.
      const { serviceId } = record.order
      if (!catalogue.services.value.some(({ id }) => id === serviceId)) await catalogue.readService(serviceId)
      checkout.edit()
      form.reset(valuesOf(record, page.value?.target.url))
      earlier = record
      view.value = 'order'
      if (record.state.name !== 'rejected') review()
    },
    beginAnew: () => {
      earlier = undefined
    },
  }
}

/** Returns the form's values for what was ordered. */
function valuesOf({ order }: OrderRecord, pageUrl: string | undefined): FormValues {
  const { serviceId, quantity = '', drip, params, target = '' } = order
  return { serviceId, quantity, drip, params, link: target === pageUrl ? '' : target }
}
