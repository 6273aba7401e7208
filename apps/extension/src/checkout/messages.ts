import type { PreparedOrder } from '@orderwright/core'
import {
  type Confirmation,
  type OrderRecord,
  preparedOrderSchema,
  type TransitionRejection,
} from '@orderwright/outbox'
import * as v from 'valibot'
import { popupPage } from '../platform/pages.ts'
import type { Messages } from '../platform/request.ts'
import type { CheckoutIssue } from './issue.ts'

/** What a person has confirmed on the screen. */
export interface PlaceOrder {
  /** Made for each review: the same id twice is the same order. */
  readonly id: string
  readonly accountId: string
  readonly order: PreparedOrder
  readonly confirmed: Confirmed
  /** The try before, if this one repeats it: its id then follows from that one's. */
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
  | { readonly kind: 'issues'; readonly issues: readonly CheckoutIssue[] }
  | { readonly kind: 'rejected'; readonly rejection: TransitionRejection }

export interface CheckoutExchanges {
  readonly 'place-order': { readonly data: PlaceOrder; readonly answer: Placed }
}

const text = v.pipe(v.string(), v.maxLength(200))
const amount = v.pipe(v.string(), v.maxLength(200), v.decimal())

export const checkoutMessages: Messages<CheckoutExchanges> = {
  'place-order': {
    type: 'place-order',
    schema: v.object({
      type: v.literal('place-order'),
      id: text,
      accountId: text,
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
    pages: [popupPage],
  },
}
