import type { ListedOrder } from '@orderwright/client'
import { Decimal, parseNumeric } from '@orderwright/core'
import type { OrderRecord } from '../record/record-schema.ts'
import { compareTarget } from './compare-target.ts'

/**
 * Returns how far what an upstream lists agrees with what was ordered.
 * `full`: all that the upstream shows agrees. `partly`: it shows too little, or another name of the target. `none`: it is another order.
 */
export function agreement(
  { order, confirmed }: OrderRecord,
  listed: ListedOrder,
): 'full' | 'partly' | 'none' {
  if (listed.serviceId !== undefined && listed.serviceId !== order.serviceId) return 'none'
  const { wantedCount } = listed
  if (wantedCount !== undefined && !isQuantity(confirmed.quantity, wantedCount)) return 'none'
  const target = compareTarget(order.target, listed.target)
  if (target === 'different') return 'none'
  return target === 'unclear' || listed.serviceId === undefined || wantedCount === undefined
    ? 'partly'
    : 'full'
}

/** Returns whether a count of an upstream's is the quantity that was ordered. */
export function isQuantity(quantity: string, count: number): boolean {
  return parseNumeric(quantity)?.eq(new Decimal(count)) === true
}
