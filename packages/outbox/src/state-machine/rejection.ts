import { isolate } from '@orderwright/core'

/** Why something was not done, as a value. `describeRejection` gives the English sentence. */
export type TransitionRejection =
  | { readonly code: 'not_confirmed' }
  | { readonly code: 'already_confirmed' }
  | { readonly code: 'nothing_was_sent' }
  | { readonly code: 'still_sending' }
  | { readonly code: 'not_waiting' }
  | { readonly code: 'is_over' }
  | { readonly code: 'nothing_to_recover' }
  /** Whoever is asked ends its work: another one, or a later one, can do it. */
  | { readonly code: 'draining' }
  | { readonly code: 'nothing_new' }
  | { readonly code: 'already_placed'; readonly orderId: string }
  | { readonly code: 'other_order'; readonly orderId: string }
  /** The same order, under the record of that id, may have been placed: that comes first. */
  | { readonly code: 'unresolved'; readonly recordId: string }
  /** The id belongs to another order: through another account, or another in anything that is sent. */
  | { readonly code: 'id_taken'; readonly recordId: string }
  | { readonly code: 'no_such_record'; readonly recordId: string }
  /** The upstream knows no order of that number. */
  | { readonly code: 'order_not_found'; readonly orderId: string }
  /** That number is another record's. */
  | { readonly code: 'order_known'; readonly orderId: string; readonly recordId: string }
  | {
      readonly code: 'other_quantity'
      readonly orderId: string
      readonly ordered: string
      readonly found: string
    }
  /** A text of it has a character that not every database can store (NUL, half of a surrogate pair). `path`: such as `order.target`. */
  | { readonly code: 'unstorable'; readonly path: string }
  /** A counter would come to more than its limit. Amounts are decimal strings. */
  | {
      readonly code: 'over_limit'
      readonly counter: string
      readonly total: string
      readonly counted: string
      readonly atMost: string
    }

export type TransitionRejectionCode = TransitionRejection['code']

/** The codes that say it all. */
export type BareCode = {
  [C in TransitionRejectionCode]: { readonly code: C } extends Extract<
    TransitionRejection,
    { readonly code: C }
  >
    ? C
    : never
}[TransitionRejectionCode]

/**
 * Returns one sentence: what is so, and what to do.
 *
 * @example
 * ```ts
 * describeRejection({ code: 'is_over' }) // 'This try is over; start a new one.'
 * ```
 */
export function describeRejection(rejection: TransitionRejection): string {
  switch (rejection.code) {
    case 'already_placed':
      return `It has been placed as order ${isolate(rejection.orderId)}; there is nothing to send again.`
    case 'other_order':
      return `That is the state of order ${isolate(rejection.orderId)}, which is another one.`
    case 'order_not_found':
      return `The upstream knows no order ${isolate(rejection.orderId)}; check the number.`
    case 'order_known':
      return `Order ${isolate(rejection.orderId)} is another one of your list; enter the number of this one.`
    case 'other_quantity':
      return `Order ${isolate(rejection.orderId)} is for ${rejection.found}, this one for ${rejection.ordered}; check the number.`
    case 'unstorable':
      return `It has a character that cannot be stored (in ${isolate(rejection.path)}); take it out.`
    case 'over_limit':
      return `It costs ${rejection.total} and ${rejection.counted} has been ordered, together more than the limit of ${rejection.atMost}; order less, or later.`
    default:
      return sentences[rejection.code]
  }
}

type PlainCode = Exclude<
  TransitionRejectionCode,
  | 'already_placed'
  | 'other_order'
  | 'order_not_found'
  | 'order_known'
  | 'other_quantity'
  | 'unstorable'
  | 'over_limit'
>

const sentences = {
  not_confirmed: 'It has not been confirmed yet; review it and confirm.',
  already_confirmed: 'It has been confirmed before; look at it in your orders.',
  nothing_was_sent: 'Nothing has been sent yet, so there is nothing to find out.',
  still_sending: 'It is being sent at this moment; wait for the answer.',
  not_waiting: 'It is not waiting to be sent; look at it in your orders.',
  is_over: 'This try is over; start a new one.',
  nothing_to_recover: 'Nothing was interrupted here.',
  draining: 'Nothing more is sent here, because this program is ending; try again in a moment.',
  nothing_new: 'This says nothing that was not known.',
  unresolved: 'The same order may have been placed already; find that out first, in your orders.',
  id_taken: 'Another order has been placed from this form; open the form again.',
  no_such_record: 'There is no such order here any more.',
} as const satisfies Record<PlainCode, string>
