import { type Change, changeBy, type OrderRecord, orderLock, type Step } from '@orderwright/outbox'
import type { Pool } from 'pg'
import { inTransaction } from '../database/in-transaction.ts'
import type { StoredRow } from '../database/rows.ts'
import { writeChanges } from '../database/write-changes.ts'
import type { BatchLock } from '../locks/create-batch-lock.ts'

/** What a worker may take of an account. */
export interface Lane {
  readonly accountId: string
  /** What shares the pace. */
  readonly key: string
  readonly concurrency: number
  /** Between two orders of the key, in milliseconds; 0 for no limit. */
  readonly intervalMs: number
}

/** An order that is `submitting` for this process, which holds its lock. */
export interface Claimed {
  readonly record: OrderRecord
  /** Of the record as it is stored now. */
  readonly version: number
}

export interface ClaimOptions {
  readonly pool: Pool
  readonly lock: BatchLock
  readonly onUncertain: (claimed: readonly Claimed[]) => void
}

export interface Claim {
  readonly claimed: readonly Claimed[]
  /** Changes that sent nothing: orders that nobody sent in time. */
  readonly changes: readonly { readonly change: Change<Step> }[]
  /** The names that were taken for orders that are not sent now. */
  readonly unused: readonly string[]
  /** When each key that was looked at may send again, in milliseconds since 1970. */
  readonly nextAt: ReadonlyMap<string, number>
  /** The accounts that have nothing queued. */
  readonly idle: readonly string[]
}

/** One process at a time fills the room of a key: whoever finds another one at it goes on to the next. */
const takeKeys = `
SELECT key FROM unnest($1::text[]) AS key WHERE pg_try_advisory_xact_lock(hashtextextended(key, 16))`

const selectPaces =
  'SELECT key, greatest(next_at, paused_until) AS next_at FROM orderwright.pace WHERE key = ANY($1)'

const selectQueued = `
SELECT lane.account_id, busy.under_way, r.id, r.version, r.record
FROM unnest($1::text[], $2::integer[]) AS lane (account_id, room)
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS under_way FROM orderwright.record
  WHERE NOT finished AND account_id = lane.account_id AND state = 'submitting'
) AS busy
LEFT JOIN LATERAL (
  SELECT id, version, seq, record FROM orderwright.record
  WHERE NOT finished AND account_id = lane.account_id AND state = 'queued' AND expires_at IS NOT NULL
  ORDER BY seq LIMIT greatest(0, lane.room - busy.under_way)
) AS r ON true
ORDER BY r.seq`

const movePaces = `
INSERT INTO orderwright.pace AS p (key, next_at) SELECT * FROM unnest($1::text[], $2::float8[]) ORDER BY 1
ON CONFLICT (key) DO UPDATE SET next_at = greatest(p.next_at, excluded.next_at)`

interface PaceRow {
  readonly key: string
  readonly next_at: number
}

type QueuedRow = { readonly account_id: string; readonly under_way: number } & (
  | Pick<StoredRow, 'id' | 'version' | 'record'>
  | { readonly id: null }
)

/** Turns that are this near are taken together, so that a fast pace needs no commit for each order. */
const togetherMs = 100

/**
 * Takes queued orders, the oldest first, as many as their paces have room for in all processes, and resolves once they are durably
 * `submitting`. No row is locked meanwhile: an order that somebody else has sent since it was read has another version.
 *
 * `onUncertain` is told of orders of which nobody knows whether they are `submitting` now, because the connection broke. Nothing of them was sent.
 */
export async function claim(
  { pool, lock, onUncertain }: ClaimOptions,
  lanes: readonly Lane[],
  now: number,
): Promise<Claim> {
  let tried: readonly Claimed[] = []
  let held: ReadonlySet<string> = new Set()
  try {
    return await inTransaction(pool, async (client, send) => {
      tried = []
      await lock.release([...held])
      const keys = [...new Set(lanes.map(({ key }) => key))]
      // Sent in one go if the client can; what is under way is counted after the keys were taken.
      const [{ rows: taken }, { rows: paces }, { rows }] = await Promise.all([
        send(() => client.query<{ key: string }>(takeKeys, [keys])),
        send(() => client.query<PaceRow>(selectPaces, [keys])),
        send(() =>
          client.query<QueuedRow>(selectQueued, [
            lanes.map(({ accountId }) => accountId),
            lanes.map(({ concurrency }) => concurrency),
          ]),
        ),
      ])
      const turns = new Map([
        ...taken.map(({ key }) => [key, now] as const),
        ...paces.flatMap(({ key, next_at: at }) =>
          taken.some(one => one.key === key) ? [[key, Math.max(now, at)] as const] : [],
        ),
      ])
      const { chosen, nextAt } = choose(rows, { lanes, turns, now })
      held = await lock.takeFree(chosen.map(({ id }) => orderLock(id)))
      const mine = held
      const changes = chosen
        .filter(({ id }) => mine.has(orderLock(id)))
        .map(({ id, version, record }) => ({
          before: { id, version, finished: false },
          change: changeBy(record, { id, event: { kind: 'send_started' }, now }),
        }))
      tried = changes.flatMap(({ before, change: { store: record } }) =>
        record === undefined ? [] : [{ record, version: before.version + 1 }],
      )
      const { ids } = await writeChanges(client, changes)
      if (nextAt.size > 0) await client.query(movePaces, [[...nextAt.keys()], [...nextAt.values()]])
      const stored = changes.filter(({ before }) => ids.has(before.id))
      const claimed = tried.filter(({ record }) => ids.has(record.id) && record.state.name === 'submitting')
      return {
        claimed,
        changes: stored.filter(({ change: { store } }) => store?.state.name !== 'submitting'),
        unused: [...mine].filter(name => !claimed.some(({ record }) => orderLock(record.id) === name)),
        nextAt: new Map([...turns, ...nextAt].filter(([, at]) => at > now)),
        idle: rows.filter(({ id, under_way: busy }) => id === null && busy === 0).map(row => row.account_id),
      }
    })
  } catch (error) {
    onUncertain(tried)
    throw error
  }
}

interface Choice {
  readonly chosen: readonly Pick<StoredRow, 'id' | 'version' | 'record'>[]
  /** Of the keys whose orders are an interval apart. */
  readonly nextAt: ReadonlyMap<string, number>
}

interface Paced {
  readonly lanes: readonly Lane[]
  /** When each key may send next, of those that this process has taken. */
  readonly turns: ReadonlyMap<string, number>
  readonly now: number
}

/** Chooses as many orders as their keys have room and turns for. */
function choose(rows: readonly QueuedRow[], { lanes, turns, now }: Paced): Choice {
  const laneOf = new Map(lanes.map(lane => [lane.accountId, lane]))
  const room = roomOf(rows, lanes)
  const chosen: Pick<StoredRow, 'id' | 'version' | 'record'>[] = []
  const booked = new Map<string, number>()
  for (const row of rows) {
    const lane = laneOf.get(row.account_id)
    if (row.id === null || lane === undefined) continue
    const { key, intervalMs } = lane
    const free = room.get(key) ?? 0
    const latest = booked.has(key) ? now + togetherMs : now
    const turnAt = booked.get(key) ?? turns.get(key) ?? Number.POSITIVE_INFINITY
    if (free < 1 || turnAt > latest) continue
    chosen.push(row)
    room.set(key, free - 1)
    if (intervalMs > 0) booked.set(key, turnAt + intervalMs)
  }
  return { chosen, nextAt: booked }
}

/** Returns how many orders of each key may go on their way, in addition to those that are. */
function roomOf(rows: readonly QueuedRow[], lanes: readonly Lane[]): Map<string, number> {
  const busy = new Map(rows.map(row => [row.account_id, row.under_way]))
  const room = new Map<string, number>()
  for (const { accountId, key, concurrency } of lanes) {
    room.set(key, (room.get(key) ?? concurrency) - (busy.get(accountId) ?? 0))
  }
  return room
}
