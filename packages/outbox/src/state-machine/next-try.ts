import { createDraft, type DraftInput } from '../record/create-draft.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import type { TransitionRejection } from './rejection.ts'

/** What the person confirms this time: the price anew, and after a rejection perhaps a corrected order. */
export type NextTryInput = Omit<DraftInput, 'id' | 'accountId' | 'canListOrders'>

export type NextTryResult =
  | { readonly ok: true; readonly draft: OrderRecord }
  | { readonly ok: false; readonly rejection: TransitionRejection }

/**
 * A draft that tries again what was rejected, not sent or not placed; everything else may have been placed, and
 * is refused. The draft's id follows from the record's, so that however often this is asked for, one order
 * comes of it.
 *
 * @throws {TypeError} as `createDraft` does.
 */
export function nextTry(record: OrderRecord, input: NextTryInput): NextTryResult {
  const rejection = whyNotAgain(record)
  if (rejection !== undefined) return { ok: false, rejection }
  const { accountId, canListOrders, id, retryOf } = record
  const attempt = record.attempt + 1
  const root = retryOf === undefined ? id : id.slice(0, id.lastIndexOf('.'))
  const draft = createDraft({ ...input, id: `${root}.${attempt}`, accountId, canListOrders })
  return { ok: true, draft: { ...draft, retryOf: id, attempt } }
}

/** Why an order must not be sent again, or `undefined` where it is certain that nobody took it. */
export function whyNotAgain({
  id,
  state,
}: Pick<OrderRecord, 'id' | 'state'>): TransitionRejection | undefined {
  switch (state.name) {
    case 'rejected':
    case 'not_sent':
    case 'not_placed':
      return undefined
    case 'draft':
      return { code: 'not_confirmed' }
    case 'queued':
    case 'submitting':
    case 'unknown':
      return { code: 'unresolved', recordId: id }
    case 'accepted':
    case 'open':
    case 'closed':
      return { code: 'already_placed', orderId: state.orderId }
  }
}
