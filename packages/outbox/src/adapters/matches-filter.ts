import { type OrderRecord, orderIdOf } from '../record/record.ts'
import type { OrderFilter } from '../runner/ports.ts'

/** Whether `list` gives a record: for stores that have no queries of their own. */
export function matchesFilter(record: OrderRecord, { accountId, states, orderIds }: OrderFilter): boolean {
  if (accountId !== undefined && record.accountId !== accountId) return false
  if (states !== undefined && !states.includes(record.life.state)) return false
  return orderIds === undefined || orderIds.includes(orderIdOf(record) ?? '')
}
