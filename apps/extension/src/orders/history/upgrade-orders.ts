import type { IDBPDatabase } from 'idb'
import type { Schema } from '../../platform/database.ts'

/** A row that no version can have written, as it was found. */
export interface UnreadableOrder {
  readonly row: unknown
  /** Milliseconds since 1970. */
  readonly at: number
}

export function createOrders(database: IDBPDatabase<Schema>): void {
  const orders = database.createObjectStore('orders', { keyPath: 'record.id' })
  orders.createIndex('accountId', 'record.accountId')
  orders.createIndex('state', 'record.life.state')
  orders.createIndex('orderId', ['record.accountId', 'record.life.orderId'])
  database.createObjectStore('unreadableOrders', { autoIncrement: true })
}
