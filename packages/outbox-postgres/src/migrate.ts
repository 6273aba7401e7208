import { readdir, readFile } from 'node:fs/promises'
import type { Pool } from 'pg'

/** Beside `src` and `dist` alike. */
const folder = new URL('../migrations/', import.meta.url)

/**
 * Applies the migrations that a database has not had, in their order and one transaction, while no other process does. Resolves with their
 * names. They are plain SQL files in the package's folder `migrations`, to be read before.
 *
 * @example
 * ```ts
 * import { Pool } from 'pg'
 * const pool = new Pool({ connectionString: process.env.DATABASE_URL })
 * await migrate(pool)
 * const again = await migrate(pool)
 * await pool.end()
 * again // []
 * ```
 */
export async function migrate(pool: Pool): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).toSorted()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('orderwright migrate', 0))")
    await client.query('CREATE SCHEMA IF NOT EXISTS orderwright')
    await client.query(
      'CREATE TABLE IF NOT EXISTS orderwright.migration (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    )
    const { rows } = await client.query<{ name: string }>('SELECT name FROM orderwright.migration')
    const had = new Set(rows.map(({ name }) => name))
    const applied = files.filter(file => !had.has(file))
    for (const file of applied) {
      await client.query(await readFile(new URL(file, folder), 'utf8'))
      await client.query('INSERT INTO orderwright.migration (name) VALUES ($1)', [file])
    }
    await client.query('COMMIT')
    return applied
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
