import type { FoundOrder } from '@orderwright/client'
import { Decimal, parseDecimal } from '@orderwright/core'
import { givesBack } from './gives-back.ts'
import type { OrderEntry } from './order-entry.ts'

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
  const status = entry.life.kind === 'accepted' ? entry.life.status : undefined
  if (status?.charge === undefined || entry.life.kind !== 'accepted') return undefined
  const currency = status.currency ?? entry.currency
  if (status.refund !== undefined || !givesBack(status)) {
    return { charge: status.charge, refund: status.refund, currency }
  }
  const charge = entry.life.charge ?? entry.quoted
  return { charge, refund: nonZero(derivedRefund(entry, status, status.charge, charge)), currency }
}

function derivedRefund({ extent }: OrderEntry, status: FoundOrder, left: string, charge: string): Decimal {
  const whole = new Decimal(charge)
  if (status.state === 'canceled') return whole.minus(parseDecimal(left) ?? 0)
  const { remains } = status
  if (status.state === 'partial' && extent?.kind === 'count' && remains !== undefined) {
    return whole.times(remains).div(extent.total)
  }
  return whole.minus(parseDecimal(left) ?? 0)
}

function nonZero(amount: Decimal): string | undefined {
  return amount.gt(0) ? amount.toFixed() : undefined
}
