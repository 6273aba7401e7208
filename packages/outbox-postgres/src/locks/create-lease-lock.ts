import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { type BatchLock, createBatchLock } from './create-batch-lock.ts'

export interface LeaseOptions {
  /** How long a process counts as alive after its last heartbeat, in milliseconds; it beats three times as often. Default: 15 000. */
  readonly aliveMs?: number | undefined
}

const beat = `
INSERT INTO orderwright.holder AS h (id, alive_until) VALUES ($1, clock_timestamp() + $2 * interval '1 ms')
ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until`

/** A lease needs no fsync: one that a crash of the database loses is taken for that of a process that died. */
const take = `
WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
INSERT INTO orderwright.lease AS l (name, holder)
SELECT name, $2 FROM quick, unnest($1::text[]) AS name ORDER BY name
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder
WHERE NOT EXISTS (SELECT FROM orderwright.holder h WHERE h.id = l.holder AND h.alive_until > clock_timestamp())
RETURNING name`

const release = `
WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
DELETE FROM orderwright.lease USING quick WHERE name = ANY($1) AND holder = $2`

/**
 * Creates locks that are held by a heartbeat, for databases that give nobody a session of their own, such as one behind PgBouncer in transaction
 * mode. A process that stalls for longer than `aliveMs` is taken for dead: its orders become `unknown` early, and nothing is sent twice.
 *
 * @example
 * ```ts
 * import { Pool } from 'pg'
 * const pool = new Pool({ connectionString: process.env.DATABASE_URL })
 * await migrate(pool)
 * const lock = createLeaseLock(pool)
 * const inside = await lock.run('account b', () => lock.tryRun('account b', async () => 'never'))
 * await lock.close()
 * await pool.end()
 * inside // undefined
 * ```
 */
export function createLeaseLock(pool: Pool, { aliveMs = 15_000 }: LeaseOptions = {}): BatchLock {
  const holder = randomUUID()
  let beating: NodeJS.Timeout | undefined
  let first: Promise<unknown> | undefined

  const prove = (): Promise<unknown> => pool.query(beat, [holder, aliveMs])
  async function live(): Promise<void> {
    first ??= prove()
    try {
      await first
    } catch (error) {
      first = undefined
      throw error
    }
    // A beat that fails is followed by another; what is late proves itself again.
    beating ??= setInterval(() => prove().catch(() => undefined), aliveMs / 3).unref()
  }

  return createBatchLock({
    take: async names => {
      await live()
      const { rows } = await pool.query<{ name: string }>(take, [names, holder])
      return new Set(rows.map(({ name }) => name))
    },
    release: async names => {
      await pool.query(release, [names, holder])
    },
    close: async () => {
      clearInterval(beating)
      await pool.query('DELETE FROM orderwright.lease WHERE holder = $1', [holder])
      await pool.query('DELETE FROM orderwright.holder WHERE id = $1', [holder])
    },
  })
}
