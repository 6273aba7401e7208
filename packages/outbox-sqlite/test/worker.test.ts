import { createQqtubeClient } from '@orderwright/client'
import { createMockServer, mockQqtubeKey } from '@orderwright/mock-server'
import { createOutbox, type OrderStateName } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { openSqlite, runSqliteWorker } from '../src/index.ts'
import { sampleDraft } from './sample-draft.ts'

async function open() {
  const server = await createMockServer()
  const upstream = createQqtubeClient({
    apiKey: mockQqtubeKey,
    baseUrl: `${server.url}/v1-api`,
    retry: { limit: 0 },
  })
  const file = openSqlite(':memory:')
  const { store, lock } = file
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead }
  const outbox = createOutbox({
    store,
    lock,
    clock,
    senderFor: async accountId => {
      if (accountId === 'locked') throw new Error('the key is locked')
      return upstream
    },
  })
  const end = new AbortController()
  const errors: unknown[] = []
  const onError = (error: unknown): void => {
    errors.push(error)
  }
  const work = () => runSqliteWorker({ outbox, store, signal: end.signal, everyMs: 5, onError })
  const states = async (): Promise<readonly OrderStateName[]> =>
    (await store.list({})).map(({ state }) => state.name)
  return { server, file, outbox, end, errors, work, states }
}

test('a worker sends what is accepted, once, and goes on beside an account that cannot be used', async () => {
  const { server, file, outbox, end, errors, work, states } = await open()
  await using _server = server
  using _file = file
  await outbox.accept(sampleDraft('a', { accountId: 'locked' }))
  const running = work()
  for (const id of ['b', 'c', 'd']) await outbox.accept(sampleDraft(id))
  await expect.poll(states).toEqual(['queued', 'accepted', 'accepted', 'accepted'])
  end.abort()
  await running
  expect(server.control.orders.list().length).toBe(3)
  expect(errors[0]).toEqual(new Error('the key is locked'))
})

test('a worker finds out what a process that died has left, and what was lost on its way back', async () => {
  const { server, file, outbox, end, work } = await open()
  await using _server = server
  using _file = file
  await outbox.accept(sampleDraft('dead'))
  await file.store.update('dead', current => ({
    ...(current && { store: { ...current, state: { name: 'submitting' }, sentAt: Date.now() } }),
    value: undefined,
  }))
  server.control.faults.add({ action: 'add', fault: 'reset', when: 'after' })
  await outbox.accept(sampleDraft('lost'))
  const running = work()
  await expect.poll(async () => (await file.store.get('lost'))?.placedAt).toBeDefined()
  await expect
    .poll(async () => (await file.store.get('dead'))?.state)
    .toMatchObject({ name: 'unknown', reason: { code: 'interrupted' } })
  end.abort()
  await running
  expect(server.control.orders.list().length).toBe(1)
})
