import type { PreparedOrder } from '@orderwright/core'
import {
  type Answer,
  type Confirmation,
  type OrderRecord,
  preparedOrderSchema,
  type TransitionRejection,
} from '@orderwright/outbox'
import * as v from 'valibot'
import type { CheckoutIssue } from '../checkout/issue.ts'
import type { SeenNews } from '../notifications/seen.ts'
import type { Occasion } from '../polling/choose-batch.ts'
import type { OrderEntry } from './history/order-entry.ts'

/** What a person has confirmed on the screen. */
export interface PlaceOrder {
  /** Made for each review: the same id twice is the same order. */
  readonly id: string
  readonly accountId: string
  readonly order: PreparedOrder
  readonly confirmed: Confirmed
  /** The try before, where this one follows it; its id then follows from that one's. */
  readonly retryOf: string | null
  /** When the review was shown, in milliseconds since 1970: what came in since, the person could not know. */
  readonly reviewedAt: number
  /** The ids of the earlier orders of the same that the person was asked about. */
  readonly seen: readonly string[]
}

/** What stood on the screen. */
export type Confirmed = Pick<
  Confirmation,
  'total' | 'quantity' | 'delivers' | 'isChargedLater' | 'serviceName'
> & {
  /** Of the page that is ordered for, or blank. */
  readonly targetTitle: string
}

/** What became of it. Only `recorded` has left anything behind. */
export type Placed =
  | { readonly kind: 'recorded'; readonly record: OrderRecord }
  | { readonly kind: 'objected'; readonly objections: readonly CheckoutIssue[] }
  | { readonly kind: 'hindered'; readonly hindrance: TransitionRejection }

/** What a screen may ask of the worker about orders. */
export type OrderRequest =
  | ({ readonly type: 'place-order' } & PlaceOrder)
  /** Settles what earlier workers left behind; nobody else is asked. */
  | { readonly type: 'recover-orders' }
  /** Looks up unknown orders that are due, and asks about open ones. */
  | {
      readonly type: 'refresh-orders'
      readonly accountId: string
      /** A window that opens asks for no more than is new to it. */
      readonly occasion: Exclude<Occasion, 'due'>
    }
  /** Finds out what became of an unknown order, as far as its upstream tells. */
  | { readonly type: 'look-up-order'; readonly id: string }
  /** Takes what the person has found out. */
  | { readonly type: 'answer-order'; readonly id: string; readonly said: Answer }
  | { readonly type: 'cancel-order'; readonly id: string }
  | { readonly type: 'refill-order'; readonly id: string }
  | { readonly type: 'refill-orders'; readonly accountId: string; readonly ids: readonly string[] }
  /** The person has seen these news of orders. */
  | { readonly type: 'see-news'; readonly news: SeenNews }

export interface OrderAnswers {
  readonly 'place-order': Placed
  readonly 'recover-orders': null
  readonly 'refresh-orders': null
  readonly 'look-up-order': OrderRecord
  readonly 'answer-order': OrderRecord
  readonly 'cancel-order': OrderEntry
  readonly 'refill-order': OrderEntry
  readonly 'refill-orders': null
  readonly 'see-news': null
}

const text = v.pipe(v.string(), v.maxLength(200))
const amount = v.pipe(v.string(), v.maxLength(200), v.decimal())
const ofAccount = { accountId: text }
const ofOrder = { id: text }

const saidSchema: v.GenericSchema<unknown, Answer> = v.variant('kind', [
  v.object({ kind: v.literal('placed'), orderId: text }),
  v.object({ kind: v.literal('not_placed') }),
  v.object({ kind: v.literal('not_yet_known') }),
])

export const orderRequestSchema: v.GenericSchema<unknown, OrderRequest> = v.variant('type', [
  v.object({
    type: v.literal('place-order'),
    ...ofOrder,
    ...ofAccount,
    order: preparedOrderSchema,
    confirmed: v.object({
      total: amount,
      quantity: amount,
      delivers: v.nullable(amount),
      isChargedLater: v.boolean(),
      serviceName: v.string(),
      targetTitle: v.string(),
    }),
    retryOf: v.nullable(text),
    reviewedAt: v.number(),
    seen: v.array(text),
  }),
  v.object({ type: v.literal('recover-orders') }),
  v.object({
    type: v.literal('refresh-orders'),
    ...ofAccount,
    occasion: v.picklist(['opened', 'wanted']),
  }),
  v.object({ type: v.literal('look-up-order'), ...ofOrder }),
  v.object({ type: v.literal('answer-order'), ...ofOrder, said: saidSchema }),
  v.object({ type: v.literal('cancel-order'), ...ofOrder }),
  v.object({ type: v.literal('refill-order'), ...ofOrder }),
  v.object({ type: v.literal('refill-orders'), ...ofAccount, ids: v.array(text) }),
  v.object({ type: v.literal('see-news'), news: v.record(text, v.array(text)) }),
])
