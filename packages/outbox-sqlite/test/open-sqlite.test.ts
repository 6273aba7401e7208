import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createOutbox, type Outbox } from '@orderwright/outbox'
import { afterAll, expect, test } from 'vitest'
import { openSqlite, type SqliteOutbox } from '../src/index.ts'
import { sampleDraft } from './sample-draft.ts'

const folder = mkdtempSync(join(tmpdir(), 'orderwright-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

function outboxOf({ store, lock }: SqliteOutbox): Outbox<SqliteOutbox['database']> {
  return createOutbox({ store, lock, clock: Date, senderFor: () => Promise.reject(new Error('no upstream')) })
}

function withWallet(): SqliteOutbox {
  const file = openSqlite(':memory:')
  file.database.exec('CREATE TABLE wallet (cents INTEGER CHECK (cents >= 0)); INSERT INTO wallet VALUES (10)')
  return file
}

test('a debit and an order in one transaction are both stored, or neither', async () => {
  using file = withWallet()
  const outbox = outboxOf(file)
  const order = (id: string) =>
    file.transaction(async transaction => {
      const accepted = await outbox.accept(sampleDraft(id), undefined, transaction)
      transaction.exec('UPDATE wallet SET cents = cents - 6')
      return accepted.kind
    })
  expect(await order('one')).toBe('recorded')
  await expect(order('two')).rejects.toThrow('CHECK constraint failed')
  const stored = await file.store.list({ states: ['queued'] })
  expect(stored.map(({ id }) => id)).toEqual(['one'])
  expect(file.database.prepare('SELECT cents FROM wallet').get()).toEqual({ cents: 4 })
})

test('what is stored outside a transaction that is rolled back stays', async () => {
  using file = withWallet()
  const outbox = outboxOf(file)
  const failing = file.transaction(async () => {
    await outbox.accept(sampleDraft('inside'))
    await new Promise(setImmediate)
    throw new Error('no more')
  })
  const other = outbox.accept(sampleDraft('outside'))
  await expect(failing).rejects.toThrow('no more')
  await other
  expect((await file.store.list({})).map(({ id }) => id)).toEqual(['outside'])
})

test('what a transaction has left running is stored by itself', async () => {
  using file = withWallet()
  const outbox = outboxOf(file)
  let left: Promise<unknown> | undefined
  await file.transaction(async () => {
    left = new Promise(setImmediate).then(() => outbox.accept(sampleDraft('late')))
  })
  await left
  expect(file.database.isTransaction).toBe(false)
  expect(await file.store.get('late')).toMatchObject({ state: { name: 'queued' } })
})

test('a file is one process’s until that dies, and has all that was accepted then', async () => {
  const path = join(folder, 'shared.db')
  const flags = ['--conditions=@orderwright/source', '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, 'accept-process.ts'), path])
  const accepted: string[] = []
  const isBusy = new Promise<void>(resolve => {
    createInterface(child.stdout).on('line', line => {
      accepted.push(line)
      if (accepted.length === 20) resolve()
    })
  })
  await isBusy
  expect(() => openSqlite(path)).toThrow('another process may have it open')
  child.kill('SIGKILL')
  await once(child, 'close')
  using file = openSqlite(path)
  const stored = (await file.store.list({ states: ['queued'] })).map(({ id }) => id)
  expect(accepted.filter(id => !stored.includes(id))).toEqual([])
})
