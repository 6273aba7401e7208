/** Why something was not done, as a value. `describeRejection` describes it. */
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
