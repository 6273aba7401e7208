import type { FoundOrder } from '@orderwright/client'
import { Decimal, parseDecimal } from '@orderwright/core'
import { givesBack } from './gives-back.ts'
import { type OrderEntry, statusOf } from './order-entry.ts'

/** What an order cost in the end, all decimal strings in `currency`. */
export interface Settlement {
  /** What was taken when the order was placed, or is known to have been; before anything was given back. */
  readonly charge: string
  /** What was given back, where anything was. */
  readonly refund: string | undefined
  readonly currency: string
}

/**
 * The charge and refund of an order that the upstream has told about, or `undefined` before it has.
 *
 * A panel tells neither the quantity nor the refund, and its charge falls by what it gave back: so both come out of
 * the journal's own record. A partial order gives back charge × remains ÷ quantity, a canceled one everything, and
 * what else an upstream calls refunded by as much as its charge has fallen. (Panel v2 `status`.)
 */
export function settlementOf(entry: OrderEntry): Settlement | undefined {
  const { confirmed } = entry.record
  const status = statusOf(entry.record)
  if (status?.charge === undefined) return undefined
  const currency = status.currency ?? confirmed.currency ?? ''
  if (status.refund !== undefined || !givesBack(status)) {
    return { charge: status.charge, refund: status.refund, currency }
  }
  const charge = entry.wholeCharge ?? confirmed.total
  return { charge, refund: nonZero(derivedRefund(entry, status, status.charge, charge)), currency }
}

function derivedRefund({ record }: OrderEntry, status: FoundOrder, left: string, charge: string): Decimal {
  const whole = new Decimal(charge)
  if (status.state === 'canceled') return whole.minus(parseDecimal(left) ?? 0)
  const { remains } = status
  const { delivers } = record.confirmed
  if (status.state === 'partial' && delivers !== null && remains !== undefined) {
    return whole.times(remains).div(delivers)
  }
  return whole.minus(parseDecimal(left) ?? 0)
}

function nonZero(amount: Decimal): string | undefined {
  return amount.gt(0) ? amount.toFixed() : undefined
}
