import type { OrderRecord } from './record.ts'

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
