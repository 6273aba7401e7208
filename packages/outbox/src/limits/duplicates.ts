import { isSameOrder, type OrderSignature, timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import type { Limits } from './caps.ts'

/**
 * A day: long enough for an order that was forgotten over night or placed on another account, short enough that
 * a weekly order is not asked about each time.
 */
const defaultDuplicateMinutes = 1440

/**
 * Returns for how many minutes the same order is asked about; 0 asks about nothing but what may still be on its way.
 *
 * @example
 * ```ts
 * duplicateWindow({ accounts: {} }) // 1440
 * duplicateWindow({ accounts: {}, duplicateMinutes: 10 }) // 10
 * ```
 */
export function duplicateWindow({ duplicateMinutes }: Limits): number {
  return duplicateMinutes ?? defaultDuplicateMinutes
}

/**
 * Returns the earlier orders of the same service in the same quantity for the same target, newest first: what to ask
 * about once more. What certainly was not placed is left out; what may have been placed is in, however old. A
 * clock that was set back makes nothing forgotten. `aliases` are the accounts that name the same upstream and key as the
 * candidate's.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const queued = transition(draft, { kind: 'confirmed' }, 0)
 * const again = { ...draft, id: 'form-2' }
 * findDuplicates([queued.record], again, 600_000, 60_000).map(({ id }) => id) // ['form-1']
 * findDuplicates([queued.record], draft, 600_000, 60_000) // []
 * ```
 */
export function findDuplicates(
  records: readonly OrderRecord[],
  candidate: OrderSignature & Pick<OrderRecord, 'id'>,
  windowMs: number,
  now: number,
  aliases: readonly string[] = [],
): readonly OrderRecord[] {
  return records
    .filter(record => record.id !== candidate.id && isSameOrder(record, candidate, aliases))
    .filter(record => isInside(record, windowMs, now))
    .toSorted((left, right) => timeOf(right) - timeOf(left))
}

function isInside(record: OrderRecord, windowMs: number, now: number): boolean {
  switch (record.state.name) {
    case 'draft':
    case 'rejected':
    case 'not_sent':
    case 'not_placed':
      return false
    case 'queued':
    case 'submitting':
    case 'unknown':
      return true
    case 'accepted':
    case 'open':
    case 'closed':
      return now - timeOf(record) <= windowMs
  }
}
