#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { migrate } from '../migrate.ts'

const help = `orderwright-outbox-postgres migrate [--database URL]

Makes or updates the tables of @orderwright/outbox-postgres, in the schema orderwright.
The database is that of DATABASE_URL unless it is given.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { database: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
const connectionString = values.database ?? process.env.DATABASE_URL

if (values.help === true) console.log(help)
else if (positionals.join(' ') !== 'migrate' || connectionString === undefined) {
  console.error(help)
  process.exitCode = 2
} else {
  const pool = new Pool({ connectionString })
  try {
    const applied = await migrate(pool)
    console.log(applied.length === 0 ? 'The tables are up to date.' : `Applied ${applied.join(', ')}.`)
  } catch (error) {
    // The message alone: what was tried to connect to holds a password.
    console.error(`The tables could not be made: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  } finally {
    await pool.end()
  }
}
