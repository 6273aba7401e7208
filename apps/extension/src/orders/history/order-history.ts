import { listMatching, type OrderFilter, unresolvedStates } from '@orderwright/outbox'
import type { IDBPTransaction } from 'idb'
import { UserFacingError } from '../../platform/errors.ts'
import { type ActionEvent, nextActions } from './actions.ts'
import { type OrdersSchema, withOrders } from './database.ts'
import { isReadableOrder } from './is-readable-order.ts'
import type { OrderEntry } from './order-entry.ts'
import { setAsideUnreadable } from './set-aside-orders.ts'
import { messages as texts } from './texts/en.generated.ts'

/** On disk before the promise resolves, not only handed to the system: a plug may be pulled. */
export const durability = { durability: 'strict' } as const

const changes = 'orders'

export async function orderById(id: string): Promise<OrderEntry | undefined> {
  const row = await withOrders(database => database.get('orders', id))
  const [entry] = row === undefined ? [] : await readable([row])
  return entry
}

/** Returns the account's orders, newest first. */
export async function ordersOf(accountId: string): Promise<readonly OrderEntry[]> {
  const entries = await ordersWhere({ accountIds: [accountId] })
  return entries.toSorted((one, other) => other.record.createdAt - one.record.createdAt)
}

/**
 * Returns the account's orders that a form must know of, newest first: those that are unresolved, those that were confirmed
 * since a time (milliseconds since 1970), and the latest one.
 */
export async function recentOrdersOf(accountId: string, since: number): Promise<readonly OrderEntry[]> {
  const found = await withOrders(async database => {
    const { store } = database.transaction('orders')
    const inState = store.index('state')
    const [unresolved, recent, latest] = await Promise.all([
      Promise.all(unresolvedStates.map(state => inState.getAll(state))),
      store
        .index('createdAt')
        .getAll(IDBKeyRange.bound([accountId, since], [accountId, Number.POSITIVE_INFINITY])),
      store.index('createdAt').openCursor(IDBKeyRange.bound([accountId], [accountId, []]), 'prev'),
    ])
    const own = unresolved.flat().filter(({ record }) => record.accountId === accountId)
    return [...own, ...recent, ...(latest === null ? [] : [latest.value])]
  })
  const entries = new Map((await readable(found)).map(entry => [entry.record.id, entry]))
  return [...entries.values()].toSorted((one, other) => other.record.createdAt - one.record.createdAt)
}

export function allOrders(): Promise<readonly OrderEntry[]> {
  return ordersWhere({})
}

/** Returns the orders for which every given condition holds. */
export async function ordersWhere(filter: OrderFilter): Promise<readonly OrderEntry[]> {
  const found = await withOrders(async database => candidates(database.transaction('orders').store, filter))
  const entries = await readable(found)
  const byId = new Map(entries.map(entry => [entry.record.id, entry]))
  const records = listMatching(
    entries.map(({ record }) => record),
    filter,
  )
  return records.flatMap(({ id }) => byId.get(id) ?? [])
}

/** Returns the rows that can be read, and sets the others aside. */
async function readable(rows: readonly OrderEntry[]): Promise<readonly OrderEntry[]> {
  const unreadable = rows.filter(row => !isReadableOrder(row))
  if (unreadable.length === 0) return rows
  await setAsideUnreadable(unreadable.map(({ record }) => record.id))
  return rows.filter(isReadableOrder)
}

type Orders = IDBPTransaction<OrdersSchema, ['orders'], 'readonly'>['store']

/** Returns candidates by the index that leaves the fewest. */
async function candidates(
  orders: Orders,
  { accountIds, states, orderIds }: OrderFilter,
): Promise<readonly OrderEntry[]> {
  if (accountIds !== undefined && orderIds !== undefined) {
    const numbered = orders.index('orderId')
    const keys = [...new Set(accountIds)].flatMap(account => orderIds.map(id => [account, id] as const))
    return (await Promise.all(keys.map(([account, id]) => numbered.getAll([account, id])))).flat()
  }
  if (states !== undefined) {
    const inState = orders.index('state')
    return (await Promise.all(states.map(state => inState.getAll(state)))).flat()
  }
  if (accountIds === undefined) return await orders.getAll()
  const ofAccount = orders.index('accountId')
  return (await Promise.all([...new Set(accountIds)].map(id => ofAccount.getAll(id)))).flat()
}

/** Notes what was asked for an order, or became of that, in one transaction; unknown ids are left out. */
export async function noteActions(events: ReadonlyMap<string, ActionEvent>): Promise<readonly OrderEntry[]> {
  if (events.size === 0) return []
  const changed = await withOrders(async database => {
    const transaction = database.transaction('orders', 'readwrite', durability)
    const noted = [...events].map(async ([id, event]) => {
      const entry = await transaction.store.get(id)
      if (entry === undefined) return []
      const next = { ...entry, actions: nextActions(entry.actions ?? {}, event) }
      await transaction.store.put(next)
      return [next]
    })
    const [entries] = await Promise.all([Promise.all(noted), transaction.done])
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

/**
 * Returns an order of the history.
 *
 * @throws {UserFacingError} if the history has no such order.
 */
export async function storedOrder(id: string): Promise<OrderEntry> {
  const entry = await orderById(id)
  if (entry === undefined) throw new UserFacingError(texts.gone())
  return entry
}
