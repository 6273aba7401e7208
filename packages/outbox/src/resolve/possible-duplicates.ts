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
 * The orders that an account was charged for and that are in no record, although they look like one and are of
 * its time. A record is sent once, but what carries the request may repeat it: a browser does where a kept
 * connection breaks. `records` and `listed` are the account's own.
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
