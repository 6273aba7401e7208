import {
  type Change,
  type OrderRecord,
  type OrderStore,
  signatureOf,
  unresolvedStates,
} from '@orderwright/outbox'
import type { IDBPTransaction } from 'idb'
import { type OrdersSchema, withOrders } from './database.ts'
import { announceOrders, durability, orderById, ordersWhere } from './order-history.ts'

/** The store that the outbox keeps its records in: the order history. It counts nothing: limits are judged by the records. */
export const orderStore: OrderStore = {
  get: async id => (await orderById(id))?.record,
  list: async filter => (await ordersWhere(filter)).map(({ record }) => record),
  update: (id, decide) => write((_orders, change) => change(id, decide)),
  updateMany: (ids, decide) =>
    write((_orders, change) => Promise.all(ids.map(id => change(id, current => decide(current, id))))),
  accept: ({ id, signature, counters: names }, decide) =>
    write(async (orders, change) => {
      const inState = orders.index('state')
      const unresolved = await Promise.all(unresolvedStates.map(state => inState.getAll(state)))
      const twins = unresolved
        .flat()
        .map(({ record }) => record)
        .filter(record => record.id !== id && signatureOf(record) === signature)
      const counters = new Map(names.map(name => [name, '0']))
      return await change(id, current => decide({ current, twins, counters }))
    }),
}

type Orders = IDBPTransaction<OrdersSchema, ['orders'], 'readwrite'>['store']

type ChangeRecord = <T>(id: string, decide: (current: OrderRecord | undefined) => Change<T>) => Promise<T>

/** Reads records and stores what is made of them, in one transaction; resolves once that is on disk. */
async function write<T>(use: (orders: Orders, change: ChangeRecord) => Promise<T>): Promise<T> {
  let hasStored = false
  const value = await withOrders(async database => {
    const transaction = database.transaction('orders', 'readwrite', durability)
    const change: ChangeRecord = async (id, decide) => {
      const entry = await transaction.store.get(id)
      const { store: record, value } = decide(entry?.record)
      if (record === undefined) return value
      hasStored = true
      await transaction.store.put({ ...entry, record })
      return value
    }
    const used = use(transaction.store, change).catch((error: unknown) => {
      transaction.abort()
      throw error
    })
    const [result] = await Promise.all([used, transaction.done])
    return result
  })
  if (hasStored) announceOrders()
  return value
}
