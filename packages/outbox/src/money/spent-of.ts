import { Decimal, parseNumeric } from '@orderwright/core'
import type { OrderRecord } from '../record/order-record.ts'
import { refundOf } from './refund-of.ts'

/**
 * What an order counts for against a limit, never below 0: the charge where the upstream has named one, else
 * what was confirmed. What may have been placed counts as if it were; what certainly was not counts for
 * nothing. A refund makes an order count for less, on the day on which it was ordered.
 */
export function spentOf({ life, confirmed }: Pick<OrderRecord, 'life' | 'confirmed'>): Decimal {
  const total = parseNumeric(confirmed.total) ?? new Decimal(0)
  switch (life.state) {
    case 'draft':
    case 'rejected':
    case 'not_sent':
    case 'not_placed':
      return new Decimal(0)
    case 'intent':
    case 'sending':
    case 'unknown':
    case 'accepted':
      return total
    case 'tracked':
    case 'final':
      return Decimal.max(0, (parseNumeric(life.status.charge ?? '') ?? total).minus(refundOf(life.status)))
  }
}
