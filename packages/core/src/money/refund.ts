import { Decimal, parseNumeric } from './decimal.ts'
import { reconcile } from './reconcile.ts'

/** What was agreed to when an order was placed. */
export interface AgreedOrder {
  /** A decimal string, in the account's currency. */
  readonly total: string
  /** How many pieces that is in all, over all runs, a decimal string; `null` if nobody counts them, as in a package. */
  readonly delivers?: string | null | undefined
}

/** What an upstream says of an order's money, by now; amounts are decimal strings. */
export interface ChargedOrder {
  readonly charge?: string | undefined
  /** What was given back; `undefined` if the upstream names no refund. */
  readonly refund?: string | undefined
  /** `partial`, `canceled` and `refunded` are orders that ended early; any other text is an order that did not. */
  readonly state: string
  /** How many pieces have not been delivered. */
  readonly remains?: number | undefined
}

/** What an order was charged, in the account's currency. */
export interface Charges {
  /** What was taken, before anything was given back; `undefined` until the upstream has told. */
  readonly charge: Decimal | undefined
  /** What came back of the charge, 0 if nothing did. */
  readonly givenBack: Decimal
  /** What the order costs by now, never below 0; what was agreed to, until a charge is told. */
  readonly spent: Decimal
}

/**
 * Returns what an order was charged and what was given back, by what its upstream says now. (reading) The refund is the one that the
 * upstream names. If it names none, the refund is what is missing in the charge of an order that ended early, so that charge less
 * refund is always what the upstream says that it has charged. `wholeCharge` is the charge that it told before anything was given
 * back (see {@link chargeInFull}); the default is what was agreed to.
 *
 * @example
 * ```ts
 * const charges = chargesOf({ total: '15', delivers: '1000' }, { charge: '12', state: 'partial', remains: 200 })
 * charges.charge.toFixed() // '15'
 * charges.givenBack.toFixed() // '3'
 * charges.spent.toFixed() // '12'
 * ```
 */
export function chargesOf(
  agreed: AgreedOrder,
  order: ChargedOrder,
  wholeCharge?: string | undefined,
): Charges {
  const total = parseNumeric(agreed.total) ?? nothing
  const charged = exactCharge(agreed, order, wholeCharge)
  const refund = namedRefund(order)
  if (charged === undefined) {
    const givenBack = Decimal.max(nothing, refund ?? nothing)
    return { charge: undefined, givenBack, spent: Decimal.max(nothing, total.minus(givenBack)) }
  }
  const whole = parseNumeric(wholeCharge ?? '') ?? total
  if (refund === undefined) {
    const charge = hasEndedEarly(order) ? Decimal.max(whole, charged) : charged
    return { charge, givenBack: charge.minus(charged), spent: charged }
  }
  const givenBack = Decimal.max(nothing, refund)
  // Some name the refund and lower the charge by it as well.
  const isLowered = charged.lt(whole) && isOneFigure(charged.plus(givenBack), whole)
  const charge = isLowered ? charged.plus(givenBack) : Decimal.max(charged, givenBack)
  return { charge, givenBack, spent: charge.minus(givenBack) }
}

/**
 * Returns the charge of an order if it is whole: the upstream has told it, and nothing was given back yet. Keep it for
 * {@link chargesOf}, since an upstream may show only what is left once it has given something back.
 *
 * @example
 * ```ts
 * const agreed = { total: '15', delivers: '1000' }
 * chargeInFull(agreed, { charge: '15.20', state: 'in_progress' })?.toFixed() // '15.2'
 * chargeInFull(agreed, { charge: '12', state: 'partial', remains: 200 }) // undefined
 * ```
 */
export function chargeInFull(agreed: AgreedOrder, order: ChargedOrder): Decimal | undefined {
  if (hasEndedEarly(order) || namedRefund(order)?.gt(0)) return undefined
  return exactCharge(agreed, order)
}

/**
 * Returns what an upstream says that it has charged by now, or `undefined` until it has said so. (reading) A charge of 0 says it only
 * of an order that ended with nothing to pay for: many panels show 0 until they have charged.
 */
export function toldCharge(agreed: AgreedOrder, order: ChargedOrder): Decimal | undefined {
  const charge = parseNumeric(order.charge ?? '')
  if (charge === undefined || charge.lt(0)) return undefined
  return charge.isZero() && !isForNothing(agreed, order) ? undefined : charge
}

/**
 * Returns what is left to pay of an order that ended early, whose charge itself may have fallen (Panel v2 `status`). Returns
 * `undefined` if all of it is due, or if nobody can tell.
 */
export function dueOf(agreed: AgreedOrder, order: ChargedOrder): Decimal | undefined {
  if (namedRefund(order) !== undefined) return undefined
  if (order.state === 'canceled' || order.state === 'refunded') return nothing
  if (order.state !== 'partial' || order.remains === undefined) return undefined
  const [total, count] = [parseNumeric(agreed.total), parseNumeric(agreed.delivers ?? '')]
  if (total === undefined || count === undefined) return undefined
  if (count.lte(order.remains)) return nothing
  return total.times(count.minus(order.remains)).div(count)
}

/** Returns the refund that an upstream names beside the charge, or `undefined` if it names none. */
export function namedRefund({ refund }: ChargedOrder): Decimal | undefined {
  return parseNumeric(refund ?? '')
}

const nothing = new Decimal(0)

/** Returns the charge that is told; if only a binary float's error parts it from an amount to be expected, that amount. */
function exactCharge(
  agreed: AgreedOrder,
  order: ChargedOrder,
  wholeCharge?: string | undefined,
): Decimal | undefined {
  const charge = toldCharge(agreed, order)
  if (charge === undefined) return undefined
  const expected = [parseNumeric(wholeCharge ?? ''), parseNumeric(agreed.total), dueOf(agreed, order)]
  const exact = expected.find(
    amount => amount !== undefined && reconcile({ total: amount }, charge.toFixed()).verdict === 'equal',
  )
  return exact ?? charge
}

/** Returns whether an order ended before all was delivered, so that its charge may have fallen by what was given back. */
function hasEndedEarly({ state }: ChargedOrder): boolean {
  return state === 'partial' || state === 'canceled' || state === 'refunded'
}

function isForNothing(agreed: AgreedOrder, order: ChargedOrder): boolean {
  if (order.state === 'canceled' || order.state === 'refunded') return true
  return (
    parseNumeric(agreed.total)?.isZero() === true ||
    dueOf(agreed, { ...order, refund: undefined })?.isZero() === true
  )
}

/** Returns whether two amounts differ by less than a cent and than their own last digits show. */
function isOneFigure(left: Decimal, right: Decimal): boolean {
  const places = Math.max(2, Math.min(left.decimalPlaces(), right.decimalPlaces()))
  return left.minus(right).abs().lt(new Decimal(10).pow(-places))
}
