import type { OrderStateName } from '@orderwright/outbox'
import type { DBSchema, IDBPDatabase } from 'idb'
import { withDatabase } from '../../platform/database.ts'
import type { OrderEntry } from './order-entry.ts'

export const ordersDatabase = 'orders'

/** A row that no version can have written, as it was found. */
export interface UnreadableOrder {
  readonly row: unknown
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface OrdersSchema extends DBSchema {
  orders: {
    key: string
    value: OrderEntry
    indexes: {
      accountId: string
      state: OrderStateName
      orderId: [accountId: string, orderId: string]
      createdAt: [accountId: string, createdAt: number]
    }
  }
  /** Orders that could not be read, on their way to what was set aside. */
  unreadableOrders: { key: number; value: UnreadableOrder }
}

/** Opens, uses and closes the database of the orders. */
export function withOrders<T>(use: (database: IDBPDatabase<OrdersSchema>) => Promise<T>): Promise<T> {
  return withDatabase(ordersDatabase, 1, createOrders, use)
}

function createOrders(database: IDBPDatabase<OrdersSchema>): void {
  const orders = database.createObjectStore('orders', { keyPath: 'record.id' })
  orders.createIndex('accountId', 'record.accountId')
  orders.createIndex('state', 'record.state.name')
  orders.createIndex('createdAt', ['record.accountId', 'record.createdAt'])
  orders.createIndex('orderId', ['record.accountId', 'record.state.orderId'])
  database.createObjectStore('unreadableOrders', { autoIncrement: true })
}
