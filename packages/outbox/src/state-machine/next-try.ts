import { createDraft, type DraftInput } from '../record/create-draft.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import type { TransitionRejection } from './rejection.ts'

/** What the person confirms this time: the price anew, and after a rejection perhaps a corrected order. */
export type NextTryInput = Omit<DraftInput, 'id' | 'accountId' | 'canListOrders'>

export type NextTryResult =
  | { readonly ok: true; readonly draft: OrderRecord }
  | { readonly ok: false; readonly rejection: TransitionRejection }

/**
 * Returns a draft that tries again what was rejected, not sent or not placed; everything else may have been placed, and
 * is refused. The draft's id follows from the record's, so that however often this is asked for, one order
 * comes of it.
 *
 * @throws {TypeError} as `createDraft` does.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const rejected = { ...draft, state: { name: 'rejected', messages: [], httpStatus: 200 } }
 * const next = nextTry(rejected, { order, quote, serviceName: 'Views', createdAt: 0 })
 * next.draft.id // 'form-1.2'
 * nextTry({ ...draft, state: { name: 'unknown' } }, {}) // { ok: false, rejection: { code: 'unresolved', recordId: 'form-1' } }
 * ```
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

/**
 * Returns why an order must not be sent again, or `undefined` if it is certain that nobody took it.
 *
 * @example
 * ```ts
 * whyNotAgain({ id: 'form-1', state: { name: 'accepted', orderId: '77' } }) // { code: 'already_placed', orderId: '77' }
 * whyNotAgain({ id: 'form-1', state: { name: 'not_sent', reason: { code: 'interrupted' } } }) // undefined
 * ```
 */
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
