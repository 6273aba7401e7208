import type { ListedOrder } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { orderIdOf, timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'

/** One English sentence that names the earlier order: what to show before asking once more. */
export function describeDuplicate(earlier: OrderRecord, now: number): string {
  const { confirmed } = earlier
  const orderId = orderIdOf(earlier)
  const name = orderId === undefined ? 'an order that may have been placed' : `order ${isolate(orderId)}`
  const what = `${confirmed.delivers ?? confirmed.quantity} of “${isolate(confirmed.serviceName)}” for the same target`
  return `You ordered ${what} ${ago(now - timeOf(earlier))} (${name}); order it again only if you mean to.`
}

function ago(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 1) return 'just now'
  if (minutes < 120) return `${minutes} minute${minutes === 1 ? '' : 's'} ago`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} hours ago` : `${Math.floor(hours / 24)} days ago`
}

interface Told {
  readonly order: Pick<ListedOrder, 'orderId'>
  readonly record: Pick<OrderRecord, 'state'>
}

/** One English sentence: what is known of an order that may be a double, and what to do. */
export function describePossibleDuplicate({ order, record }: Told): string {
  return `Order ${isolate(order.orderId)} at the upstream looks like a double of order ${isolate(orderIdOf(record) ?? '')}: if you did not order it yourself, ask the support of the upstream to cancel it.`
}
