import type { HistoryEntry, OrderRecord } from './record-schema.ts'

/** The upstream's number of the order, where it is known. */
export function orderIdOf({ state }: Pick<OrderRecord, 'state'>): string | undefined {
  return 'orderId' in state ? state.orderId : undefined
}

/** When it was sent, or else made. */
export function timeOf({ sentAt, createdAt }: Pick<OrderRecord, 'sentAt' | 'createdAt'>): number {
  return sentAt ?? createdAt
}

export type OrderSignature = Pick<OrderRecord, 'accountId' | 'order' | 'confirmed'>

/**
 * Whether two records order the same service in the same quantity for the same target, as by an accidental
 * second click; other params do not make it another, nor does a drip. Two accounts of one upstream share its services; those of two upstreams may share a number
 * alone, so across accounts the service's name counts too; not among `aliases`, which name the same upstream and key.
 */
export function isSameOrder(
  left: OrderSignature,
  right: OrderSignature,
  aliases: readonly string[] = [],
): boolean {
  const isOneAccount =
    left.accountId === right.accountId || [left, right].every(({ accountId }) => aliases.includes(accountId))
  return (
    left.order.serviceId === right.order.serviceId &&
    (isOneAccount || left.confirmed.serviceName === right.confirmed.serviceName) &&
    left.confirmed.quantity === right.confirmed.quantity &&
    (left.order.target ?? '').trim() === (right.order.target ?? '').trim()
  )
}

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

/** How an order was sent matters most, then what happened last: the middle is what goes. */
const keptFirst = 10

const keptLast = 40

/** The history with one entry more; at most 50 are kept. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const longer = [...history, entry]
  return longer.length <= keptFirst + keptLast
    ? longer
    : [...longer.slice(0, keptFirst), ...longer.slice(-keptLast)]
}
