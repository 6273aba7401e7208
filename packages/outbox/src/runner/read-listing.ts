import type { ListedOrder } from '@orderwright/client'
import { timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { listShared } from './aliases.ts'
import type { OutboxPorts, Sender } from './ports.ts'

export interface Listing {
  /** Newest first, as far as they were read. */
  readonly listed: readonly ListedOrder[]
  /** Whether they reach as far back as the order looked for can be. */
  readonly isWhole: boolean
}

const chunkSize = 100
const defaultMaxOrders = 5000
const defaultMaxMs = 60_000

/**
 * Reads the upstream's orders, newest first, as far back as the one looked for can be: an order that was known to be
 * placed before it was sent is older than it, by the upstream's own sequence and no clock. One chunk more is
 * read, for an upstream that does not number its orders quite in turn. A listing that goes on beyond the bounds of
 * the ports is left, and is not whole then.
 */
export async function readListing(ports: OutboxPorts, sender: Sender, record: OrderRecord): Promise<Listing> {
  const { clock, listingMaxOrders = defaultMaxOrders, listingMaxMs = defaultMaxMs } = ports
  const endsAt = clock.now() + listingMaxMs
  const listed: ListedOrder[] = []
  let isFarEnough = false
  for await (const order of sender.orders()) {
    if (listed.length >= listingMaxOrders || clock.now() > endsAt) return { listed, isWhole: isFarEnough }
    listed.push(order)
    if (listed.length % chunkSize > 0) continue
    if (isFarEnough) break
    isFarEnough = await reachesBack(ports, record, listed.slice(-chunkSize))
  }
  return { listed, isWhole: true }
}

/** Returns the records of the account, and of its aliases, that hold one of these orders, and those that are unknown, as they are now. */
export async function othersOf(
  ports: OutboxPorts,
  { accountId }: OrderRecord,
  listed: readonly ListedOrder[],
): Promise<readonly OrderRecord[]> {
  const orderIds = listed.map(({ orderId }) => orderId)
  const known = await listShared(ports, accountId, { orderIds })
  return [...known, ...(await listShared(ports, accountId, { states: ['unknown'] }))]
}

async function reachesBack(
  ports: OutboxPorts,
  { id, accountId, ...record }: OrderRecord,
  chunk: readonly ListedOrder[],
): Promise<boolean> {
  const known = await listShared(ports, accountId, { orderIds: chunk.map(({ orderId }) => orderId) })
  const sentAt = timeOf(record)
  // A clock that was set back since says nothing of what came before.
  if (sentAt > ports.clock.now()) return false
  return known.some(
    ({ id: otherId, placedAt }) => otherId !== id && placedAt !== undefined && placedAt <= sentAt,
  )
}
