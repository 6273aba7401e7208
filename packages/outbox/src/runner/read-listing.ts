import type { ListedOrder } from '@orderwright/client'
import { timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { listShared, type Pool } from './pool.ts'
import type { OutboxPorts, Sender } from './ports.ts'

export interface Listing {
  /** Newest first, as far as they were read. */
  readonly listed: readonly ListedOrder[]
  /** Whether they reach as far back as the orders looked for can be. */
  readonly isWhole: boolean
}

const chunkSize = 100
const defaultMaxOrders = 5000
const defaultMaxMs = 60_000

/**
 * Reads the upstream's orders, newest first, as far back as those looked for can be: an order that was known to be
 * placed before they were sent is older than they are, by the upstream's own sequence and no clock. One chunk more is
 * read, for an upstream that does not number its orders quite in turn. A listing that goes on beyond the bounds of
 * the ports is left, and is not whole then.
 */
export async function readListing(
  ports: OutboxPorts,
  sender: Sender,
  pool: Pool,
  sought: readonly OrderRecord[],
): Promise<Listing> {
  const { clock, listingMaxOrders = defaultMaxOrders, listingMaxMs = defaultMaxMs } = ports
  const endsAt = clock.now() + listingMaxMs
  const sentAt = sought.reduce((first, record) => Math.min(first, timeOf(record)), Number.POSITIVE_INFINITY)
  const listed: ListedOrder[] = []
  let isFarEnough = false
  for await (const order of sender.orders()) {
    if (listed.length >= listingMaxOrders || clock.now() > endsAt) return { listed, isWhole: isFarEnough }
    listed.push(order)
    if (listed.length % chunkSize > 0) continue
    if (isFarEnough) break
    isFarEnough = await reachesBack(ports, pool, sentAt, listed.slice(-chunkSize))
  }
  return { listed, isWhole: true }
}

/** So many numbers are asked about in one query. */
const querySize = 1000

/** Lists the records of a pool that hold one of these orders, and those whose outcome is open to doubt, as they are now. */
export async function othersOf(
  ports: OutboxPorts,
  pool: Pool,
  listed: readonly ListedOrder[],
): Promise<readonly OrderRecord[]> {
  const orderIds = listed.map(({ orderId }) => orderId)
  const others = [await listShared(ports, pool, { states: ['unknown', 'submitting'] })]
  for (let from = 0; from < orderIds.length; from += querySize) {
    others.push(await listShared(ports, pool, { orderIds: orderIds.slice(from, from + querySize) }))
  }
  return others.flat()
}

async function reachesBack(
  ports: OutboxPorts,
  pool: Pool,
  sentAt: number,
  chunk: readonly ListedOrder[],
): Promise<boolean> {
  // A clock that was set back since says nothing of what came before.
  if (sentAt > ports.clock.now()) return false
  const known = await listShared(ports, pool, { orderIds: chunk.map(({ orderId }) => orderId) })
  return known.some(({ placedAt }) => placedAt !== undefined && placedAt <= sentAt)
}
