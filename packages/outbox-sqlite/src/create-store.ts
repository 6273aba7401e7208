import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import {
  addToCounter,
  type Change,
  type EventCursors,
  type EventLog,
  type OrderRecord,
  type OrderStore,
  orderIdOf,
  type StoredEvent,
  signatureOf,
} from '@orderwright/outbox'
import { listQuery } from './list-query.ts'
import type { Transactions } from './transactions.ts'

/** A store with its events. `Transaction` is the database in a transaction. */
export interface SqliteStore extends OrderStore<DatabaseSync>, EventLog, EventCursors {
  /** Lists the accounts that have an order to ask about by now, in milliseconds since 1970. */
  dueAccounts(now: number): Promise<readonly string[]>
}

/** So many statements are kept for the filters that come again. */
const mostStatements = 100

/** Returns the store of a database whose writes go through `transactions` alone. */
export function createStore(database: DatabaseSync, transactions: Transactions): SqliteStore {
  const prepare = preparing(database)
  const one = database.prepare('SELECT record FROM record WHERE id = ?')
  const twins = database.prepare(
    `SELECT record FROM record WHERE signature = ? AND id <> ? AND state IN ('queued', 'submitting', 'unknown')`,
  )
  const put = database.prepare(
    'INSERT OR REPLACE INTO record (id, account_id, state, order_id, signature, due_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const counter = database.prepare('SELECT amount FROM counter WHERE name = ?')
  const count = database.prepare('INSERT OR REPLACE INTO counter (name, amount) VALUES (?, ?)')
  const tell = database.prepare('INSERT INTO event (body) VALUES (?)')
  const told = database.prepare('SELECT cursor, body FROM event WHERE cursor > ? ORDER BY cursor LIMIT ?')
  const due = database.prepare('SELECT DISTINCT account_id FROM record WHERE due_at <= ?')
  const consumer = database.prepare('SELECT cursor FROM consumer WHERE name = ?')
  const move = database.prepare('INSERT OR REPLACE INTO consumer (name, cursor) VALUES (?, ?)')

  const find = (id: string): OrderRecord | undefined => {
    const row = one.get(id)
    return row && recordIn(row)
  }
  const amountOf = (name: string): string => String(counter.get(name)?.amount ?? '0')

  function apply<T>({ store: record, effects = [], counters = [], value }: Change<T>): T {
    if (record === undefined) return value
    const json = JSON.stringify(record)
    const { id, accountId, state, dueAt = null } = record
    put.run(id, accountId, state.name, orderIdOf(record) ?? null, signatureOf(record), dueAt, json)
    for (const { counter: name, by } of counters) count.run(name, addToCounter(amountOf(name), by))
    for (const effect of effects) {
      if (effect.kind === 'notify') tell.run(JSON.stringify({ topic: effect.topic, record }))
    }
    return value
  }

  return {
    get: async id => find(id),
    list: async filter => {
      const { sql, values } = listQuery(filter)
      return prepare(sql)
        .all(...values)
        .map(recordIn)
    },
    update: (id, change) => transactions.atomic(() => apply(change(find(id)))),
    updateMany: (ids, change) => transactions.atomic(() => ids.map(id => apply(change(find(id), id)))),
    accept: ({ id, signature, counters }, decide) =>
      transactions.atomic(() => {
        const amounts = new Map(counters.map(name => [name, amountOf(name)]))
        const others = twins.all(signature, id).map(recordIn)
        return apply(decide({ current: find(id), twins: others, counters: amounts }))
      }),
    eventsAfter: async (cursor = '0', limit) =>
      told.all(Number(cursor), limit).map(row => {
        const body: Omit<StoredEvent, 'cursor'> = JSON.parse(String(row.body))
        return { cursor: String(row.cursor), ...body }
      }),
    dueAccounts: async now => due.all(now).map(row => String(row.account_id)),
    cursorOf: async name => {
      const row = consumer.get(name)
      return row && String(row.cursor)
    },
    moveCursor: async (name, cursor) => {
      await transactions.atomic(() => move.run(name, cursor))
    },
  }
}

function recordIn(row: { readonly record?: SQLOutputValue }): OrderRecord {
  return JSON.parse(String(row.record))
}

/** Returns what prepares statements, and keeps those that come again. */
function preparing(database: DatabaseSync): (sql: string) => StatementSync {
  const kept = new Map<string, StatementSync>()
  return sql => {
    const known = kept.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    if (kept.size < mostStatements) kept.set(sql, made)
    return made
  }
}
