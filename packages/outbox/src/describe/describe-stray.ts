import type { Stray } from '../look-up/find-strays.ts'
import { orderIdOf } from '../record/order-record.ts'

/** One English sentence: what is known of an order that may be a double, and what to do. */
export function describeStray({ order, record }: Stray): string {
  return `Order ${order.orderId} at the upstream looks like a double of order ${orderIdOf(record)}: if you did not order it yourself, ask the support of the upstream to cancel it.`
}
