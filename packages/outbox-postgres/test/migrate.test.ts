import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { migrate } from '../src/index.ts'
import { openPool } from './connections.ts'

const run = promisify(execFile)
const command = ['--conditions=@orderwright/source', join(import.meta.dirname, '../src/cli/main.ts')]

async function emptyDatabase(name: string): Promise<string> {
  const pool = openPool(inject('clusterUrl'))
  await pool.query(`CREATE DATABASE ${name}`)
  await pool.end()
  return inject('clusterUrl').replace(/postgres$/, name)
}

test('of processes that migrate at once, one applies each file', async () => {
  const pool = openPool(await emptyDatabase('migrate_at_once'))
  const applied = await Promise.all([migrate(pool), migrate(pool), migrate(pool)])
  await pool.end()
  expect(applied.flat()).toEqual(['001-tables.sql'])
})

test('the command makes the tables, and says so; without a database it says how it is called', async () => {
  const url = await emptyDatabase('migrate_by_command')
  const env = { ...process.env, DATABASE_URL: url }
  const first = await run(process.execPath, [...command, 'migrate'], { env })
  expect(first.stdout).toBe('Applied 001-tables.sql.\n')
  const failing = run(process.execPath, command, { env: { ...process.env, DATABASE_URL: undefined } })
  await expect(failing).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('DATABASE_URL') })
})
