import type { OrderRecord } from './record.ts'

type SentOrder = Pick<OrderRecord, 'accountId' | 'order'>

/**
 * Whether two records under one id would send the very same request: whatever differs in it is another order, which the
 * id must not answer for. `isSameOrder` asks less, to find what may be ordered twice by accident.
 */
export function isSameRequest(left: SentOrder, right: SentOrder): boolean {
  const [one, other] = [left.order, right.order]
  return (
    left.accountId === right.accountId &&
    one.serviceId === other.serviceId &&
    one.target === other.target &&
    one.quantity === other.quantity &&
    one.drip === other.drip &&
    areSameParams(one.params, other.params)
  )
}

type Params = SentOrder['order']['params']

function areSameParams(left: Params, right: Params): boolean {
  const values = new Map(Object.entries(right))
  const entries = Object.entries(left)
  return entries.length === values.size && entries.every(([name, value]) => values.get(name) === value)
}
