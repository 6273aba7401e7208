import type { FoundOrder } from '@orderwright/client'
import { Decimal, parseNumeric, type Reconciliation, reconcile } from '@orderwright/core'
import type { Confirmation } from '../record/order-record.ts'

export interface OrderReconciliation extends Reconciliation {
  /** What should be charged by now: what was confirmed, less what a partial delivery gives back. */
  readonly expected: Decimal
  readonly charged: Decimal
  /** The difference is less than the last digit that upstreams show, so that only a figure was rounded. */
  readonly isRounding: boolean
}

type Confirmed = Pick<Confirmation, 'total' | 'delivers' | 'isChargedLater'>
type Charged = Pick<FoundOrder, 'charge' | 'refund' | 'state' | 'remains'>

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
  const charged = parseNumeric(status.charge ?? '')
  if (charged === undefined || confirmed.isChargedLater) return undefined
  const total = amount(confirmed.total)
  const lowered = loweredTotal(confirmed, status)
  if (lowered === 'uncounted' && charged.lt(total)) return undefined
  const unit = new Decimal(10).pow(-Math.max(2, charged.decimalPlaces()))
  const isClose = (expected: Decimal): boolean => charged.minus(expected).abs().lt(unit)
  const expected = lowered === undefined || lowered === 'uncounted' || isClose(total) ? total : lowered
  const reconciliation = reconcile({ total: expected }, charged.toFixed())
  const isRounding = !reconciliation.difference.isZero() && isClose(expected)
  return { ...reconciliation, expected, charged, isRounding }
}

/** What is left to pay of an order that ended early, where the charge itself may have fallen. */
function loweredTotal(
  confirmed: Confirmed,
  { refund, state, remains }: Charged,
): Decimal | 'uncounted' | undefined {
  if (refund !== undefined) return undefined
  if (state === 'canceled' || state === 'refunded') return new Decimal(0)
  if (state !== 'partial' || remains === undefined) return undefined
  if (confirmed.delivers === null) return 'uncounted'
  const count = amount(confirmed.delivers)
  if (count.lte(remains)) return new Decimal(0)
  return amount(confirmed.total).times(count.minus(remains)).div(count)
}

function amount(text: string): Decimal {
  const parsed = parseNumeric(text)
  if (parsed === undefined) throw new TypeError(`reconcileOrder: not a decimal string: ${text}`)
  return parsed
}
