import type { FoundOrder } from '@orderwright/client'
import { Decimal, parseNumeric } from '@orderwright/core'

/** What was given back, 0 where nothing is said of it. */
export function refundOf(status: Pick<FoundOrder, 'refund'> | undefined): Decimal {
  return parseNumeric(status?.refund ?? '') ?? new Decimal(0)
}
