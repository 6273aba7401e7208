import type { ListedOrder } from '@orderwright/client'
import type { OrderRecord } from '../record/order-record.ts'
import { timeOf } from '../record/order-record.ts'
import type { OutboxPorts, Sender } from './ports.ts'

export interface Listing {
  readonly listed: readonly ListedOrder[]
  /** The account's records that hold one of these orders, and those that are unknown too. */
  readonly others: readonly OrderRecord[]
}

const chunkSize = 100

/**
 * The upstream's orders, newest first, as far back as the one looked for can be: an order that was known to be
 * placed before it was sent is older than it, by the upstream's own sequence and no clock. One chunk more is
 * read, for an upstream that does not number its orders quite in turn.
 */
export async function readListing(ports: OutboxPorts, sender: Sender, record: OrderRecord): Promise<Listing> {
  const { accountId } = record
  const listed: ListedOrder[] = []
  const known: OrderRecord[] = []
  let isFarEnough = false
  for await (const chunk of chunks(sender.orders())) {
    listed.push(...chunk)
    if (isFarEnough) break
    const orderIds = chunk.map(({ orderId }) => orderId)
    const found = await ports.store.list({ accountId, orderIds })
    known.push(...found)
    isFarEnough = found.some(({ id, placedAt }) => id !== record.id && isBefore(placedAt, timeOf(record)))
  }
  const unknown = await ports.store.list({ accountId, states: ['unknown'] })
  return { listed, others: [...known, ...unknown] }
}

function isBefore(placedAt: number | undefined, sentAt: number): boolean {
  return placedAt !== undefined && placedAt <= sentAt
}

async function* chunks(
  orders: AsyncIterable<ListedOrder>,
): AsyncGenerator<readonly ListedOrder[], void, undefined> {
  let chunk: ListedOrder[] = []
  for await (const order of orders) {
    chunk.push(order)
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
