import type { FoundOrder } from '@orderwright/client'
import { Decimal, parseNumeric, reconcile } from '@orderwright/core'
import type { Confirmation } from '../record/order-record.ts'

export type Confirmed = Pick<Confirmation, 'total' | 'delivers'>
export type Charged = Pick<FoundOrder, 'charge' | 'refund' | 'state' | 'remains'>

/**
 * Returns what an upstream says that it has charged by now, or `undefined` while it has not said so. A charge of 0 says it
 * only of an order that ended with nothing to pay for: many panels show 0 until they have charged.
 */
export function toldCharge(confirmed: Confirmed, status: Charged): Decimal | undefined {
  const charge = parseNumeric(status.charge ?? '')
  if (charge === undefined || charge.lt(0)) return undefined
  return charge.isZero() && !isForNothing(confirmed, status) ? undefined : charge
}

/** Returns the same, where a charge that is an amount to be expected but for a binary float's error is that amount. */
export function chargedBy(
  confirmed: Confirmed,
  status: Charged,
  wholeCharge?: string | undefined,
): Decimal | undefined {
  const charge = toldCharge(confirmed, status)
  if (charge === undefined) return undefined
  const expected = [parseNumeric(wholeCharge ?? ''), parseNumeric(confirmed.total), due(confirmed, status)]
  const exact = expected.find(
    amount => amount !== undefined && reconcile({ total: amount }, charge.toFixed()).verdict === 'equal',
  )
  return exact ?? charge
}

/** Returns the refund that an upstream names beside the charge, or `undefined` where it names none. */
export function namedRefund({ refund }: Charged): Decimal | undefined {
  return parseNumeric(refund ?? '')
}

/** Whether an order ended before all was delivered, so that its charge may have fallen by what was given back. */
export function hasEndedEarly({ state }: Pick<Charged, 'state'>): boolean {
  return state === 'partial' || state === 'canceled' || state === 'refunded'
}

/**
 * Returns what is left to pay of an order that ended early, where the charge itself may have fallen (Panel v2 `status`);
 * `undefined` where it is all, or where nobody can tell.
 */
export function due(confirmed: Confirmed, status: Charged): Decimal | undefined {
  if (namedRefund(status) !== undefined) return undefined
  if (status.state === 'canceled' || status.state === 'refunded') return new Decimal(0)
  const [total, count] = [parseNumeric(confirmed.total), parseNumeric(confirmed.delivers ?? '')]
  if (status.state !== 'partial' || status.remains === undefined) return undefined
  if (total === undefined || count === undefined) return undefined
  if (count.lte(status.remains)) return new Decimal(0)
  return total.times(count.minus(status.remains)).div(count)
}

function isForNothing(confirmed: Confirmed, status: Charged): boolean {
  const { state, refund, ...rest } = status
  if (state === 'canceled' || state === 'refunded') return true
  return (
    parseNumeric(confirmed.total)?.isZero() === true ||
    due(confirmed, { ...rest, state, refund: undefined })?.isZero() === true
  )
}
