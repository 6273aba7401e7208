import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import * as v from 'valibot'
import { earlierEntrySchema } from '../../backup/earlier-entry.ts'
import { fromEarlierEntry } from '../../backup/from-earlier-entry.ts'
import type { Schema } from '../../platform/database.ts'

/** A row that no version can have written, as it was found. */
export interface UnreadableOrder {
  readonly row: unknown
  /** Milliseconds since 1970. */
  readonly at: number
}

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>

/**
 * Brings the journal to its present form inside the transaction that raises the version: all of it, or, where anything
 * fails, nothing. What cannot be read is kept for the person.
 */
export async function upgradeOrders(
  database: IDBPDatabase<Schema>,
  oldVersion: number,
  transaction: Upgrade,
): Promise<void> {
  if (oldVersion < 1) {
    createOrders(database)
    return
  }
  try {
    await convertOrders(database, transaction)
  } catch {
    // Whoever opens the database is told.
    transaction.done.catch(() => undefined)
    transaction.abort()
  }
}

async function convertOrders(database: IDBPDatabase<Schema>, transaction: Upgrade): Promise<void> {
  const rows: readonly unknown[] = await transaction.objectStore('orders').getAll()
  const catalogues = await transaction.objectStore('catalogues').getAll()
  const listing = new Set(
    catalogues.filter(({ capabilities }) => capabilities.canListOrders).map(({ accountId }) => accountId),
  )
  database.deleteObjectStore('orders')
  createOrders(database)
  const now = Date.now()
  const context = { now, canListOrders: (accountId: string) => listing.has(accountId) }
  const orders = transaction.objectStore('orders')
  const unreadable = transaction.objectStore('unreadableOrders')
  await Promise.all(
    rows.map(async row => {
      const parsed = v.safeParse(earlierEntrySchema, row)
      if (parsed.success) await orders.put(fromEarlierEntry(parsed.output, context))
      else await unreadable.add({ row, at: now })
    }),
  )
}

function createOrders(database: IDBPDatabase<Schema>): void {
  const orders = database.createObjectStore('orders', { keyPath: 'record.id' })
  orders.createIndex('accountId', 'record.accountId')
  orders.createIndex('state', 'record.life.state')
  orders.createIndex('orderId', ['record.accountId', 'record.life.orderId'])
  database.createObjectStore('unreadableOrders', { autoIncrement: true })
}
