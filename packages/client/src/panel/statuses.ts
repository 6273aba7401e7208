import * as v from 'valibot'
import { RefusedError } from '../errors/answer-errors.ts'
import { redactMessages, type UpstreamMessage } from '../messages/upstream-message.ts'
import type { CallOptions } from '../transport/deadline.ts'
import { asMessages, unwrapped } from '../transport/own-error.ts'
import type { Transport } from '../transport/transport.ts'
import { amount, count, ids, required, text } from '../transport/wire.ts'
import type { FoundOrder, OrderStatus, RefusedOrder } from '../upstream/order-status.ts'
import { askMany } from './ask-many.ts'
import { checkedId, rowOfItem, wordsOfItem } from './batch.ts'
import { foundOrder, isBareError, isOrderStatus, type PanelRow } from './found-order.ts'
import { readRejectionText } from './read-rejection.ts'

const row: v.GenericSchema<unknown, PanelRow> = v.object({
  charge: amount,
  start_count: count,
  status: required(text),
  remains: count,
  currency: text,
  posts: count,
  orders: ids,
  expiry: text,
})

const answer = v.pipe(v.unknown(), v.transform(unwrapped), row)

/**
 * Returns one order. (Panel v2 `status` with `order`.)
 *
 * @throws {UpstreamError} {@link RefusedError} if the panel does not know the order.
 */
export async function status(
  transport: Transport,
  orderId: string,
  options: CallOptions,
): Promise<FoundOrder> {
  const order = checkedId('orderId', orderId)
  const call = { method: 'POST', action: 'status', fields: [['order', order]] } as const
  const status = orderStatus(order, await transport.read(call, answer, options))
  if (status.kind === 'refused') throw new RefusedError(redactMessages(status.messages, transport.redact))
  return status
}

function orderStatus(orderId: string, order: PanelRow): FoundOrder | RefusedOrder {
  const messages = readRejectionText(order.status) ?? (isBareError(order) ? [] : undefined)
  return messages === undefined ? foundOrder(orderId, order) : { kind: 'refused', orderId, messages }
}

/**
 * Returns one status for each id, in the order asked, 100 a request. (Panel v2 `status` with `orders`.)
 *
 * @throws {UpstreamError} if the panel cannot be asked. An order that it leaves out or refuses is data, and so is an
 *   id that no order can have, which is missing.
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
    const words = wordsOfItem(item, isOrderStatus)
    if (words !== undefined) return refused(orderId, asMessages([words]))
    if (item?.kind === 'refused') return refused(orderId, item.messages)
    const read = v.safeParse(row, rowOfItem(item))
    return read.success ? orderStatus(orderId, read.output) : { kind: 'missing', orderId }
  })

  function refused(orderId: string, messages: readonly UpstreamMessage[]): RefusedOrder {
    return { kind: 'refused', orderId, messages: redactMessages(messages, transport.redact) }
  }
}
