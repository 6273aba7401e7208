import { type OrderEntry, withEvent } from '../outbox/order-entry.ts'
import type { OrderEvent } from '../outbox/order-life.ts'
import { withDatabase } from './database.ts'

/** On disk before the promise resolves, not only handed to the system: a plug may be pulled. */
const durability = { durability: 'strict' } as const

const changes = 'orders'

export function orderByToken(token: string): Promise<OrderEntry | undefined> {
  return withDatabase(database => database.get('orders', token))
}

/** The account's orders, newest first. */
export async function ordersOf(accountId: string): Promise<readonly OrderEntry[]> {
  const entries = await withDatabase(database => database.getAllFromIndex('orders', 'accountId', accountId))
  return entries.sort((one, other) => other.createdAt.localeCompare(one.createdAt))
}

/** Stores a new order; resolves once it is on disk. */
export async function storeOrder(entry: OrderEntry): Promise<void> {
  await withDatabase(async database => {
    const transaction = database.transaction('orders', 'readwrite', durability)
    await Promise.all([transaction.store.add(entry), transaction.done])
  })
  announceOrders()
}

/** Takes a stored order on by one event; resolves once the new life is on disk. */
export async function advanceOrder(token: string, event: OrderEvent): Promise<OrderEntry> {
  const [entry] = await advanceOrders(new Map([[token, event]]))
  if (entry === undefined) throw new RangeError(`No order is stored under the token ${token}.`)
  return entry
}

/** Takes stored orders on, each by its event, in one transaction. */
export async function advanceOrders(events: ReadonlyMap<string, OrderEvent>): Promise<readonly OrderEntry[]> {
  if (events.size === 0) return []
  const changed = await withDatabase(async database => {
    const transaction = database.transaction('orders', 'readwrite', durability)
    const advanced = [...events].map(async ([token, event]) => {
      const entry = await transaction.store.get(token)
      if (entry === undefined) return []
      const next = withEvent(entry, event)
      await transaction.store.put(next)
      return [next]
    })
    const [entries] = await Promise.all([Promise.all(advanced), transaction.done])
    return entries.flat()
  })
  announceOrders()
  return changed
}

/** Calls back whenever an order was stored or has changed, here or in another page. */
export function watchOrders(listener: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(changes)
  channel.onmessage = () => listener()
  signal.addEventListener('abort', () => channel.close())
}

export function announceOrders(): void {
  const channel = new BroadcastChannel(changes)
  channel.postMessage(null)
  channel.close()
}
