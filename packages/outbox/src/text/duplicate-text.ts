import type { ListedOrder } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { orderIdOf, timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { messages } from './messages/en.generated.ts'

/**
 * Describes an earlier order of the same in plain English: what to show before asking again.
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
  return messages.duplicates.earlier({
    quantity: confirmed.delivers ?? confirmed.quantity,
    service: isolate(confirmed.serviceName),
    orderId: orderId === undefined ? 'none' : isolate(orderId),
    ...ageOf(now - timeOf(earlier)),
  })
}

interface Age {
  readonly age: 'now' | 'minutes' | 'hours' | 'days'
  readonly count: string
}

function ageOf(ms: number): Age {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 1) return { age: 'now', count: '0' }
  if (minutes < 120) return { age: 'minutes', count: `${minutes}` }
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? { age: 'hours', count: `${hours}` }
    : { age: 'days', count: `${Math.floor(hours / 24)}` }
}

interface Duplicate {
  readonly order: Pick<ListedOrder, 'orderId'>
  readonly record: Pick<OrderRecord, 'state'>
}

/**
 * Describes an order that may be a duplicate in plain English: what is known of it, and what to do.
 *
 * @example
 * ```ts
 * const found = { order: { orderId: '78' }, record: { state: { name: 'accepted', orderId: '77' } } }
 * describePossibleDuplicate(found).includes('looks like a duplicate') // true
 * ```
 */
export function describePossibleDuplicate({ order, record }: Duplicate): string {
  return messages.duplicates.possible({
    orderId: isolate(order.orderId),
    recorded: isolate(orderIdOf(record) ?? ''),
  })
}
