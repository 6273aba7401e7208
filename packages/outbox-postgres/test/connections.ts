import pg from 'pg'
import { type BatchLock, createSessionLock } from '../src/index.ts'

export function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, pipeline: true })
  pool.on('error', () => undefined)
  return pool
}

export function openLock(url: string): BatchLock {
  return createSessionLock(async () => {
    const client = new pg.Client(url)
    await client.connect()
    return client
  })
}
