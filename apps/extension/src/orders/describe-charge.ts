import { type Decimal, isChargedDifferently, isolate, reconcileOrder } from '@orderwright/core'
import { finalAmounts, type OrderRecord } from '@orderwright/outbox'
import { formatMoney } from '../format/money.ts'
import { messages as texts } from './texts/en.generated.ts'

/**
 * Returns one sentence for a charge that is not what was agreed to, with both amounts and their difference, or
 * `undefined` if there is no difference.
 */
export function describeCharge(record: OrderRecord): string | undefined {
  const { confirmed, state } = record
  if (!('status' in state) || !isChargedDifferently(confirmed, state.status)) return undefined
  const reconciled = reconcileOrder(confirmed, state.status)
  if (reconciled === undefined) return undefined
  const { currency = '' } = finalAmounts(record)
  const { charged, expected, difference, verdict } = reconciled
  const money = (amount: Decimal): string => formatMoney(amount.toFixed(), currency)
  const [was, due, by] = [money(charged), money(expected), money(difference.abs())]
  const message = expected.eq(confirmed.total) ? texts.charge.agreed : texts.charge.due
  return message({ orderId: isolate(state.orderId), was, by, due, verdict })
}
