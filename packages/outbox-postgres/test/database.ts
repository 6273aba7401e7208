import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../src/index.ts'
import { openPool } from './connections.ts'

/** Creates a database of its own in the PostgreSQL of the run, and gives its address. */
export async function createDatabase(name: string): Promise<string> {
  const client = new pg.Client(inject('clusterUrl'))
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = inject('clusterUrl').replace(/postgres$/, name)
  const pool = openPool(url)
  await migrate(pool)
  await pool.end()
  return url
}
