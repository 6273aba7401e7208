import type { ListedOrder } from '@orderwright/client'
import { orderIdOf, timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { agreement } from './agreement.ts'
import { clockOffsetMs, listedAt } from './clock-offset.ts'
import { defaultToleranceMs } from './timing.ts'

/** An order of the upstream's that no record has, and the record whose double it may be. */
export interface PossibleDuplicate {
  readonly order: ListedOrder
  readonly record: OrderRecord
}

/**
 * Returns the orders that an account was charged for and that are in no record, although they look like one and are of
 * its time. A record is sent once, but what carries the request may repeat it: a browser does if a kept
 * connection breaks. `records` and `listed` are the account's own.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const placed = { ...draft, sentAt: 0, state: { name: 'accepted', orderId: '77' } }
 * const listed = { serviceId: '3', target: 'jofNR_WkoCE', wantedCount: 1000, createdAt: '1970-01-01T00:00:01Z' }
 * const found = findPossibleDuplicates([placed], [{ ...listed, orderId: '77' }, { ...listed, orderId: '78' }])
 * found.map(({ order, record }) => [order.orderId, record.id]) // [['78', 'form-1']]
 * ```
 */
export function findPossibleDuplicates(
  records: readonly OrderRecord[],
  listed: readonly ListedOrder[],
  toleranceMs: number = defaultToleranceMs,
): readonly PossibleDuplicate[] {
  const placed = records.filter(record => orderIdOf(record) !== undefined)
  const held = new Set(placed.map(orderIdOf))
  const offset = clockOffsetMs(listed, placed)
  return listed.flatMap(order => {
    if (held.has(order.orderId)) return []
    const time = (listedAt(order) ?? Number.POSITIVE_INFINITY) - offset
    const double = placed.find(
      record => agreement(record, order) === 'full' && Math.abs(time - timeOf(record)) <= toleranceMs,
    )
    return double === undefined ? [] : { order, record: double }
  })
}
