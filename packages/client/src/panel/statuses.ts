import * as v from 'valibot'
import type { FoundOrder, OrderStatus } from '../order-status.ts'
import type { CallOptions } from '../transport/deadline.ts'
import type { Transport } from '../transport/transport.ts'
import { redactMessages } from '../upstream-message.ts'
import { amount, count, required, text } from '../wire/leaf.ts'
import { askMany } from './ask-many.ts'
import { checkedId } from './batch.ts'
import { foundOrder } from './found-order.ts'

const answer = v.object({
  charge: amount,
  start_count: count,
  status: required(text),
  remains: count,
  currency: text,
})

/**
 * One order. (Panel v2 `status` with `order`.)
 *
 * @throws {UpstreamError} {@link RefusedError} where the panel does not know the order.
 */
export async function status(
  transport: Transport,
  orderId: string,
  options: CallOptions,
): Promise<FoundOrder> {
  const order = checkedId('orderId', orderId)
  const call = { method: 'POST', action: 'status', fields: [['order', order]] } as const
  return foundOrder(order, await transport.read(call, answer, options))
}

/**
 * One status for each id, in the order asked, 100 a request. (Panel v2 `status` with `orders`.)
 *
 * @throws {UpstreamError} where the panel cannot be asked. An order that it leaves out or refuses is data.
 */
export async function statuses(
  transport: Transport,
  orderIds: readonly string[],
  options: CallOptions,
): Promise<readonly OrderStatus[]> {
  const items = await askMany(
    transport,
    { action: 'status', one: 'order', many: 'orders' },
    orderIds,
    options,
  )
  return orderIds.map(id => {
    const orderId = id.trim()
    const item = items.get(orderId)
    if (item?.kind === 'refused') {
      return { kind: 'refused', orderId, messages: redactMessages(item.messages, transport.redact) }
    }
    const read = v.safeParse(answer, item?.value)
    return read.success ? foundOrder(orderId, read.output) : { kind: 'missing', orderId }
  })
}
