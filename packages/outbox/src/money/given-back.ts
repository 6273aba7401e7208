import type { FoundOrder } from '@orderwright/client'
import { type Decimal, parseNumeric } from '@orderwright/core'
import type { Confirmation } from '../record/order-record.ts'
import { refundOf } from './refund-of.ts'

const endedEarly: readonly string[] = ['partial', 'canceled', 'refunded']

/**
 * What came back of an order's price: the refund that the upstream names, or else, of an order that ended early,
 * what is missing in its charge.
 *
 * @example
 * ```ts
 * givenBack({ total: '15' }, { charge: '12', refund: undefined, state: 'partial' }).toFixed() // '3'
 * ```
 */
export function givenBack(
  { total }: Pick<Confirmation, 'total'>,
  status: Pick<FoundOrder, 'charge' | 'refund' | 'state'>,
): Decimal {
  const refund = refundOf(status)
  if (status.refund !== undefined || !endedEarly.includes(status.state)) return refund
  const missing = parseNumeric(total)?.minus(parseNumeric(status.charge ?? '') ?? total)
  return missing?.isPositive() ? missing : refund
}
