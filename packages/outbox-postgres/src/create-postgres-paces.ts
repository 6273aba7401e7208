import type { PaceStore } from '@orderwright/outbox'
import type { Pool } from 'pg'

const book = `
INSERT INTO orderwright.pace AS p (key, next_at) VALUES ($1, $2::float8 + $3::float8)
ON CONFLICT (key) DO UPDATE SET next_at = greatest($2, p.next_at, p.paused_until) + $3
WHERE greatest($2, p.next_at, p.paused_until) <= $4
RETURNING next_at - $3 AS turn_at`

const look =
  'SELECT greatest($2::float8, next_at, paused_until) AS turn_at FROM orderwright.pace WHERE key = $1'

const pause = `
INSERT INTO orderwright.pace AS p (key, paused_until) VALUES ($1, $2)
ON CONFLICT (key) DO UPDATE SET paused_until = greatest(p.paused_until, excluded.paused_until)`

/**
 * Creates turns and pauses that all servers over one database share, for the port `pacing`.
 *
 * @example
 * ```ts
 * import { Pool } from 'pg'
 * const pool = new Pool({ connectionString: process.env.DATABASE_URL })
 * await migrate(pool)
 * const paces = createPostgresPaces(pool)
 * await paces.pause('an example', 60_000)
 * const turn = await paces.book('an example', { intervalMs: 100, now: 0, latest: 90_000 })
 * await pool.end()
 * turn // 60_000
 * ```
 */
export function createPostgresPaces(pool: Pool): PaceStore {
  const turnOf = async (text: string, values: unknown[]): Promise<number | undefined> =>
    (await pool.query<{ turn_at: number }>(text, values)).rows[0]?.turn_at
  return {
    book: async (key, { intervalMs, now, latest }) => {
      // Without an interval there is nothing to book, and nothing to write.
      if (intervalMs === 0) return (await turnOf(look, [key, now])) ?? now
      const booked = now > latest ? undefined : await turnOf(book, [key, now, intervalMs, latest])
      return booked ?? (await turnOf(look, [key, now])) ?? now
    },
    pause: async (key, until) => {
      await pool.query(pause, [key, until])
    },
  }
}
