import { isChargedDifferently, isolate, reconcileOrder } from '@orderwright/core'
import { finalAmounts, type OrderRecord } from '@orderwright/outbox'
import { formatMoney } from '../format/money.ts'

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
  const [was, due, by] = [charged, expected, difference.abs()].map(amount =>
    formatMoney(amount.toFixed(), currency),
  )
  const agreed = expected.eq(confirmed.total) ? 'that you agreed to' : 'that is due for what was delivered'
  return `Order ${isolate(state.orderId)} was charged ${was}, ${by} ${verdict === 'dearer' ? 'more' : 'less'} than the ${due} ${agreed}.`
}
