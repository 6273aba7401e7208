import type { ListedOrder } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { type OrderRecord, orderIdOf } from '../record/record.ts'

interface Told {
  readonly order: Pick<ListedOrder, 'orderId'>
  readonly record: Pick<OrderRecord, 'life'>
}

/** One English sentence: what is known of an order that may be a double, and what to do. */
export function describeStray({ order, record }: Told): string {
  return `Order ${isolate(order.orderId)} at the upstream looks like a double of order ${isolate(orderIdOf(record) ?? '')}: if you did not order it yourself, ask the support of the upstream to cancel it.`
}
