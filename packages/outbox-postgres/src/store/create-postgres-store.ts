import { setTimeout } from 'node:timers/promises'
import type {
  AcceptRequest,
  AcceptView,
  Change,
  EventCursors,
  EventLog,
  OrderRecord,
  OrderStore,
  StoredEvent,
} from '@orderwright/outbox'
import type { ClientBase, Pool } from 'pg'
import { inOrder, inTransaction, type Send, TryAgain } from '../database/in-transaction.ts'
import { hashOf, type StoredRow } from '../database/rows.ts'
import { type RowChange, writeChanges } from '../database/write-changes.ts'
import { listQuery } from './list-query.ts'

/** A store with its events. A transaction of the caller's is a client on which `BEGIN` was called, at the level `READ COMMITTED`. */
export interface PostgresStore extends OrderStore<ClientBase>, EventLog, EventCursors {
  /** Lists the accounts that have an order to ask about by now, in milliseconds since 1970. */
  dueAccounts(now: number): Promise<readonly string[]>
  /** Lists the accounts that have an accepted order to send. */
  queuedAccounts(): Promise<readonly string[]>
}

const selectRows =
  'SELECT id, finished, version, record FROM orderwright.record WHERE id = ANY($1) ORDER BY id FOR UPDATE'

/** Holds names until the transaction ends, in one order for all. */
const holdNames = `
SELECT pg_advisory_xact_lock(key)
FROM (SELECT DISTINCT hashtextextended(name, 15) AS key FROM unnest($1::text[]) AS name ORDER BY key) AS keys`

/** Goes from account to account by the index, however many records each has. */
const accountsBy = (condition: string): string => `
WITH RECURSIVE account (id) AS (
  (SELECT account_id FROM orderwright.record WHERE NOT finished AND ${condition} ORDER BY account_id LIMIT 1)
  UNION ALL
  SELECT (
    SELECT account_id FROM orderwright.record
    WHERE NOT finished AND ${condition} AND account_id > account.id ORDER BY account_id LIMIT 1)
  FROM account WHERE account.id IS NOT NULL
)
SELECT id FROM account WHERE id IS NOT NULL`

const selectQueued = accountsBy("state = 'queued' AND expires_at IS NOT NULL")
const selectAccounts = accountsBy('due_at IS NOT NULL')
const selectDue = `
SELECT id FROM unnest($1::text[]) AS account (id)
WHERE EXISTS (SELECT FROM orderwright.record WHERE NOT finished AND account_id = account.id AND due_at <= $2)`

/**
 * Creates the store of an outbox on PostgreSQL, whose tables `migrate` has made. With `pipeline` in the options of the pool it waits less.
 * The database's `synchronous_commit` must be on, as it is by default.
 *
 * @example
 * ```ts
 * import { Pool } from 'pg'
 * const pool = new Pool({ connectionString: process.env.DATABASE_URL, pipeline: true })
 * await migrate(pool)
 * const store = createPostgresStore(pool)
 * const none = await store.list({ accountIds: ['nobody'], states: ['queued'] })
 * await pool.end()
 * none // []
 * ```
 */
export function createPostgresStore(pool: Pool): PostgresStore {
  return {
    get: async id => {
      const { rows } = await pool.query<StoredRow>('SELECT record FROM orderwright.record WHERE id = $1', [
        id,
      ])
      return rows[0]?.record
    },
    list: async filter => {
      const { text, values } = listQuery(filter)
      const { rows } = await pool.query<StoredRow>(text, [...values])
      return rows.map(({ record }) => record)
    },
    update: async (id, change) => only(await updateRows(pool, [id], change)),
    updateMany: (ids, change) => updateRows(pool, ids, change),
    accept: async (request, decide, transaction) =>
      transaction === undefined
        ? await inTransaction(pool, (client, send) => accept({ client, send }, request, decide))
        : await accept({ client: transaction, send: inOrder(transaction) }, request, decide),
    eventsAfter: (cursor, limit) => eventsAfter(pool, cursor, limit),
    cursorOf: async consumer => {
      const select = 'SELECT cursor FROM orderwright.consumer WHERE name = $1'
      const { rows } = await pool.query<{ cursor: string }>(select, [consumer])
      return rows[0]?.cursor
    },
    moveCursor: async (consumer, cursor) => {
      const upsert =
        'INSERT INTO orderwright.consumer (name, cursor) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor'
      await pool.query(upsert, [consumer, cursor])
    },
    dueAccounts: async now => {
      const all = await idsOf(pool, selectAccounts)
      return all.length === 0 ? [] : await idsOf(pool, selectDue, [all, now])
    },
    queuedAccounts: () => idsOf(pool, selectQueued),
  }
}

/** Returns the one value of a change of one record. */
function only<T>(values: readonly T[]): T {
  for (const value of values) return value
  throw new Error('A change of one record gave no value.')
}

async function idsOf(pool: Pool, text: string, values: unknown[] = []): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(text, values)
  return rows.map(({ id }) => id)
}

/** Locks records in one order for all, lets `change` decide, and stores what it gives. */
async function updateRows<T>(
  pool: Pool,
  ids: readonly string[],
  change: (current: OrderRecord | undefined, id: string) => Change<T>,
): Promise<readonly T[]> {
  if (ids.length === 0) return []
  return await inTransaction(pool, async (client, send) => {
    const rows = await lockRows({ client, send }, ids)
    const made = ids.map(id => {
      const before = rows.get(id)
      return { before, change: change(before?.record, id) }
    })
    await write(client, made)
    return made.map(one => one.change.value)
  })
}

interface Sending {
  readonly client: ClientBase
  readonly send: Send
}

async function lockRows(
  { client, send }: Sending,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRow>> {
  const read = async (some: readonly string[]): Promise<ReadonlyMap<string, StoredRow>> => {
    const { rows } = await send(() => client.query<StoredRow>(selectRows, [some]))
    return new Map(rows.map(row => [row.id, row]))
  }
  const rows = await read(ids)
  const absent = ids.filter(id => !rows.has(id))
  if (absent.length === 0) return rows
  // There is no row to lock: its name stands for it, and somebody may have stored it before that was held.
  await client.query(holdNames, [absent])
  return new Map([...rows, ...(await read(absent))])
}

async function write(client: ClientBase, changes: readonly RowChange[]): Promise<void> {
  const expected = changes.filter(({ change }) => change.store !== undefined).length
  const { ids, isOver } = await writeChanges(client, changes)
  if (isOver || ids.size !== expected) throw new TryAgain('A record or a counter has changed meanwhile.')
}

/** Decides about a new record in a transaction, which holds the record's id and signature to its end. */
async function accept<T>(
  { client, send }: Sending,
  { id, signature, counters }: AcceptRequest,
  decide: (view: AcceptView) => Change<T>,
): Promise<T> {
  const names = [...new Set(counters)]
  const hash = hashOf(signature)
  // Sent in one go if the client can; each statement sees what was committed before it.
  const [, { rows: own }, { rows: twins }, amounts] = await Promise.all([
    send(() => client.query(holdNames, [[id, `signature ${hash.toString('hex')}`]])),
    send(() => client.query<StoredRow>(selectRows, [[id]])),
    send(() => client.query<StoredRow>(selectTwins, [hash, id])),
    lockCounters({ client, send }, names),
  ])
  const [before] = own
  const change = decide({
    current: before?.record,
    twins: twins.map(({ record }) => record),
    counters: amounts,
  })
  await write(client, [{ before, change }])
  return change.value
}

const selectTwins = `
SELECT id, finished, version, record FROM orderwright.record
WHERE NOT finished AND signature = $1 AND id <> $2 AND state IN ('queued', 'submitting', 'unknown')`

/** Makes the rows of counters that have none, and locks them in one order for all. */
async function lockCounters(
  { client, send }: Sending,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map()
  const [, { rows }] = await Promise.all([
    send(() =>
      client.query(
        'INSERT INTO orderwright.counter (name, amount) SELECT name, 0 FROM unnest($1::text[]) AS name ORDER BY name COLLATE "C" ON CONFLICT DO NOTHING',
        [names],
      ),
    ),
    send(() =>
      client.query<{ name: string; amount: string }>(
        'SELECT name, amount::text FROM orderwright.counter WHERE name = ANY($1) ORDER BY name FOR UPDATE',
        [names],
      ),
    ),
  ])
  return new Map(rows.map(({ name, amount }) => [name, amount]))
}

interface EventRow {
  readonly cursor: string
  readonly topic: StoredEvent['topic']
  readonly record: OrderRecord
  readonly settled: boolean
}

const selectEvents = `
SELECT e.transaction || '-' || e.seq AS cursor, e.topic, e.record,
  e.transaction < pg_snapshot_xmin(pg_current_snapshot()) AS settled
FROM orderwright.event AS e
WHERE (e.transaction, e.seq) > ($1::xid8, $2::bigint)
ORDER BY e.transaction, e.seq LIMIT $3`

/** How long an event waits for transactions that began before its own. */
const settlesWithinMs = 1000

/** Lists events in the order of their transactions, up to the first one that another may still turn up before. */
async function eventsAfter(
  pool: Pool,
  cursor: string | undefined,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const [transaction = '0', seq = '0'] = cursor?.split('-') ?? []
  const until = Date.now() + settlesWithinMs
  while (true) {
    const { rows } = await pool.query<EventRow>(selectEvents, [transaction, seq, limit])
    const open = rows.findIndex(({ settled }) => !settled)
    // What was committed before this call is listed by it, unless somebody's long transaction stands before it.
    if (open === -1 || Date.now() > until) {
      const listed = open === -1 ? rows : rows.slice(0, open)
      return listed.map(({ cursor: at, topic, record }) => ({ cursor: at, topic, record }))
    }
    await setTimeout(5)
  }
}
