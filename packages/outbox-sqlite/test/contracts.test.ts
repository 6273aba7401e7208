import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockContract, paceContract, type Shared, storeContract } from '@orderwright/outbox/testing'
import { afterAll, describe, test } from 'vitest'
import { openSqlite } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'orderwright-sqlite-'))
const { store, lock, paces, close } = openSqlite(join(folder, 'orders.db'))
afterAll(() => {
  close()
  rmSync(folder, { recursive: true })
})

/** The same port on every connection: one process has the file. */
function within<Port>(port: Port): () => Promise<Shared<Port>> {
  return async () => ({ connect: async () => port, close: async () => undefined })
}

describe('the store in a file keeps that', () => {
  test.each(storeContract(within(store)))('$name', ({ run }) => run())
})

describe('its locks keep that', () => {
  test.each(lockContract(within({ lock, work: () => store.get('nothing') })))('$name', ({ run }) => run())
})

describe('its paces keep that', () => {
  test.each(paceContract(within(paces)))('$name', ({ run }) => run())
})
