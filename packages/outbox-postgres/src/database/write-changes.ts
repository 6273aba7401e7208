import type { Change } from '@orderwright/outbox'
import type { Queries } from './in-transaction.ts'
import { columnsOf, type StoredRow } from './rows.ts'

/** A change of what was read; `undefined` is a record that is not stored yet. */
export interface RowChange {
  readonly before: Pick<StoredRow, 'id' | 'finished' | 'version'> | undefined
  readonly change: Change<unknown>
}

export interface Written {
  /** The ids of what was stored: a record that has changed since it was read is not. */
  readonly ids: ReadonlySet<string>
  /** Whether a counter is more than it may be: the transaction must not be committed then. */
  readonly isOver: boolean
}

/**
 * Everything that belongs to changes, in one statement: the records, what is worth telling of them, and what they count for. Rows are
 * locked in the order of their names, so that no two statements wait for each other.
 */
const statement = `
WITH given AS MATERIALIZED (
  SELECT * FROM json_to_recordset($1::json) AS x (
    id text, was_finished boolean, was_version integer, finished boolean, account_id text, state text, order_id text,
    signature text, due_at double precision, expires_at double precision, record json)
), changed AS (
  UPDATE orderwright.record r
  SET finished = x.finished, state = x.state, order_id = x.order_id, signature = decode(x.signature, 'hex'),
    account_id = x.account_id, due_at = x.due_at, expires_at = x.expires_at, version = r.version + 1, record = x.record
  FROM given x
  WHERE r.id = x.id AND r.finished = x.was_finished AND r.version = x.was_version
  RETURNING r.id
), added AS (
  INSERT INTO orderwright.record
    (id, finished, account_id, state, order_id, signature, due_at, expires_at, version, record)
  SELECT id, finished, account_id, state, order_id, decode(signature, 'hex'), due_at, expires_at, 1, record
  FROM given WHERE was_version = 0
  RETURNING id
), stored AS (
  SELECT id FROM changed UNION ALL SELECT id FROM added
), told AS (
  INSERT INTO orderwright.event (topic, record)
  SELECT e.topic, given.record
  FROM json_to_recordset($2::json) AS e (place integer, id text, topic text)
  JOIN stored USING (id) JOIN given USING (id)
  ORDER BY e.place
), counts AS MATERIALIZED (
  SELECT counter, sum(amount) AS amount, min(at_most) AS at_most
  FROM json_to_recordset($3::json) AS c (id text, counter text, amount numeric, at_most numeric)
  JOIN stored USING (id)
  GROUP BY counter
), counted AS (
  INSERT INTO orderwright.counter AS c (name, amount)
  SELECT counter, amount FROM counts ORDER BY counter COLLATE "C"
  ON CONFLICT (name) DO UPDATE SET amount = c.amount + excluded.amount
  RETURNING name, amount
)
SELECT
  (SELECT coalesce(array_agg(id), '{}') FROM stored) AS ids,
  EXISTS (SELECT FROM counted JOIN counts ON counter = name WHERE counted.amount > at_most) AS is_over`

/** Stores changes of records, each of which is given once and stores something. */
export async function writeChanges(queries: Queries, changes: readonly RowChange[]): Promise<Written> {
  const given: object[] = []
  const events: object[] = []
  const counts: object[] = []
  for (const { before, change } of changes) {
    const { store: record, effects = [], counters = [] } = change
    if (record === undefined) continue
    const { id } = record
    const { finished = false, version = 0 } = before ?? {}
    given.push({ ...columnsOf(record), was_finished: finished, was_version: version })
    for (const effect of effects) {
      if (effect.kind === 'notify') events.push({ place: events.length, id, topic: effect.topic })
    }
    for (const { counter, by, atMost } of counters) counts.push({ id, counter, amount: by, at_most: atMost })
  }
  if (given.length === 0) return { ids: new Set(), isOver: false }
  const values = [given, events, counts].map(rows => JSON.stringify(rows))
  const { rows } = await queries.query<{ ids: string[]; is_over: boolean }>(statement, values)
  const [row] = rows
  return { ids: new Set(row?.ids), isOver: row?.is_over === true }
}
