import { Decimal, parseNumeric } from './decimal.ts'
import { type Reconciliation, reconcile } from './reconcile.ts'
import { type AgreedOrder, type ChargedOrder, dueOf, namedRefund, toldCharge } from './refund.ts'

export interface OrderReconciliation extends Reconciliation {
  /** What should be charged by now: what was agreed to, less what a partial delivery gives back. */
  readonly expected: Decimal
  readonly charged: Decimal
  /** Whether the difference is less than the last digit that upstreams show, so that only a figure was rounded. */
  readonly isRounding: boolean
}

type Agreed = AgreedOrder & { readonly isChargedLater: boolean }

/**
 * Compares what was agreed to with what the upstream charged. Returns `undefined` until there is a charge to compare, or if nobody can
 * tell what is left to pay because nobody counted the pieces. A refund that is named stands beside the charge and leaves it as it
 * was; an upstream that names none may have lowered the charge instead, by what it did not deliver.
 *
 * @throws {TypeError} if the agreed total or count is no decimal string.
 *
 * @example
 * ```ts
 * const agreed = { total: '15', delivers: '1000', isChargedLater: false }
 * const order = { charge: '12', refund: undefined, state: 'partial', remains: 200 }
 * reconcileOrder(agreed, order)?.verdict // 'equal'
 * ```
 */
export function reconcileOrder(agreed: Agreed, order: ChargedOrder): OrderReconciliation | undefined {
  if (agreed.isChargedLater) return undefined
  const total = decimalOf(agreed.total)
  if (isGiven(agreed.delivers)) decimalOf(agreed.delivers)
  const charged = toldCharge(agreed, order)
  if (charged === undefined) return undefined
  const lowered = dueOf(agreed, order)
  if (lowered === undefined && isUncounted(agreed, order) && charged.lt(total)) return undefined
  const unit = new Decimal(10).pow(-Math.max(2, charged.decimalPlaces()))
  const isClose = (expected: Decimal): boolean => charged.minus(expected).abs().lt(unit)
  const expected = lowered === undefined || isClose(total) ? total : lowered
  const reconciliation = reconcile({ total: expected }, charged.toFixed())
  const isRounding = !reconciliation.difference.isZero() && isClose(expected)
  return { ...reconciliation, expected, charged, isRounding }
}

/**
 * Returns whether an upstream charges another amount than was agreed to, beyond what rounding explains; false if nobody can tell.
 *
 * @example
 * ```ts
 * const agreed = { total: '15', delivers: '1000', isChargedLater: false }
 * isChargedDifferently(agreed, { charge: '15.01', state: 'completed' }) // true
 * isChargedDifferently({ ...agreed, total: '15.004' }, { charge: '15.00', state: 'completed' }) // false
 * ```
 */
export function isChargedDifferently(agreed: Agreed, order: ChargedOrder): boolean {
  if ([agreed.total, agreed.delivers ?? '0'].some(text => parseNumeric(text) === undefined)) return false
  const reconciled = reconcileOrder(agreed, order)
  return reconciled !== undefined && reconciled.verdict !== 'equal' && !reconciled.isRounding
}

/** Returns whether less may be due, and nobody can tell how much. */
function isUncounted({ delivers }: AgreedOrder, order: ChargedOrder): boolean {
  const isPart = order.state === 'partial' && order.remains !== undefined
  return isPart && !isGiven(delivers) && namedRefund(order) === undefined
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined
}

function decimalOf(text: string): Decimal {
  const parsed = parseNumeric(text)
  if (parsed === undefined) throw new TypeError(`reconcileOrder: not a decimal string: ${text}`)
  return parsed
}
