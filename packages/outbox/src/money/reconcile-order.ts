import { Decimal, parseNumeric, type Reconciliation, reconcile } from '@orderwright/core'
import type { Confirmation } from '../record/order-record.ts'
import { type Charged, due, namedRefund, toldCharge } from './charged.ts'

export interface OrderReconciliation extends Reconciliation {
  /** What should be charged by now: what was confirmed, less what a partial delivery gives back. */
  readonly expected: Decimal
  readonly charged: Decimal
  /** The difference is less than the last digit that upstreams show, so that only a figure was rounded. */
  readonly isRounding: boolean
}

type Confirmed = Pick<Confirmation, 'total' | 'delivers' | 'isChargedLater'>

/**
 * What was confirmed against what the upstream charged, `undefined` while there is no charge to compare, or
 * where what is left to pay cannot be told because nobody counted the pieces. A
 * refund that is named stands beside the charge and leaves it as it was; where none is named, an upstream may
 * have lowered the charge instead, by what it did not deliver.
 *
 * @throws {TypeError} where the confirmed total or count is no decimal string.
 *
 * @example
 * ```ts
 * const confirmed = { total: '15', delivers: '1000', isChargedLater: false }
 * const status = { charge: '12', refund: undefined, state: 'partial', remains: 200 }
 * reconcileOrder(confirmed, status)?.verdict // 'equal'
 * ```
 */
export function reconcileOrder(confirmed: Confirmed, status: Charged): OrderReconciliation | undefined {
  if (confirmed.isChargedLater) return undefined
  const total = amount(confirmed.total)
  if (confirmed.delivers !== null) amount(confirmed.delivers)
  const charged = toldCharge(confirmed, status)
  if (charged === undefined) return undefined
  const lowered = due(confirmed, status)
  if (lowered === undefined && isUncounted(confirmed, status) && charged.lt(total)) return undefined
  const unit = new Decimal(10).pow(-Math.max(2, charged.decimalPlaces()))
  const isClose = (expected: Decimal): boolean => charged.minus(expected).abs().lt(unit)
  const expected = lowered === undefined || isClose(total) ? total : lowered
  const reconciliation = reconcile({ total: expected }, charged.toFixed())
  const isRounding = !reconciliation.difference.isZero() && isClose(expected)
  return { ...reconciliation, expected, charged, isRounding }
}

/**
 * Returns whether an upstream charges another amount than was agreed to, beyond what rounding explains; false where that
 * cannot be judged.
 */
export function isChargedDifferently(confirmed: Confirmed, status: Charged): boolean {
  if ([confirmed.total, confirmed.delivers ?? '0'].some(text => parseNumeric(text) === undefined))
    return false
  const reconciled = reconcileOrder(confirmed, status)
  return reconciled !== undefined && reconciled.verdict !== 'equal' && !reconciled.isRounding
}

/** Whether less may be due, and nobody can tell how much. */
function isUncounted({ delivers }: Confirmed, status: Charged): boolean {
  const isPart = status.state === 'partial' && status.remains !== undefined
  return isPart && delivers === null && namedRefund(status) === undefined
}

function amount(text: string): Decimal {
  const parsed = parseNumeric(text)
  if (parsed === undefined) throw new TypeError(`reconcileOrder: not a decimal string: ${text}`)
  return parsed
}
