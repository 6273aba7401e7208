import type { ListedOrder } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { orderIdOf, timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'

/**
 * Returns one English sentence that names the earlier order: what to show before asking once more.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * describeDuplicate(draft, 120_000).startsWith('You ordered 1000 of') // true
 * ```
 */
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

/**
 * Returns one English sentence: what is known of an order that may be a double, and what to do.
 *
 * @example
 * ```ts
 * const told = { order: { orderId: '78' }, record: { state: { name: 'accepted', orderId: '77' } } }
 * describePossibleDuplicate(told).includes('looks like a double') // true
 * ```
 */
export function describePossibleDuplicate({ order, record }: Told): string {
  return `Order ${isolate(order.orderId)} at the upstream looks like a double of order ${isolate(orderIdOf(record) ?? '')}: if you did not order it yourself, ask the support of the upstream to cancel it.`
}
