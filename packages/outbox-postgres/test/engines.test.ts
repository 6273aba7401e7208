import { createQqtubeClient } from '@orderwright/client'
import { createMockServer, mockQqtubeKey } from '@orderwright/mock-server'
import { createOutbox, type Outbox } from '@orderwright/outbox'
import { Logger, run } from 'graphile-worker'
import type { ClientBase } from 'pg'
import { PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'
import { createPostgresStore, graphileTask, pgBossHandler } from '../src/index.ts'
import { openLock, openPool } from './connections.ts'
import { createDatabase } from './database.ts'
import { sampleDraft } from './sample-draft.ts'

const ids = ['one', 'two', 'three']

/** An outbox over a database of its own, and the upstream that it sends to. */
async function open(name: string) {
  const server = await createMockServer()
  const url = await createDatabase(name)
  const pool = openPool(url)
  const lock = openLock(url)
  const upstream = createQqtubeClient({ apiKey: mockQqtubeKey, baseUrl: `${server.url}/v1-api` })
  const store = createPostgresStore(pool)
  const outbox: Outbox<ClientBase> = createOutbox({
    store,
    lock,
    clock: Date,
    senderFor: async () => upstream,
  })
  for (const id of ids) await outbox.accept(sampleDraft(id))
  return {
    url,
    pool,
    outbox,
    states: async () => (await store.list({ ids })).map(({ state }) => state.name),
    sent: () => server.control.orders.list().length,
    [Symbol.asyncDispose]: async () => {
      await lock.close()
      await pool.end()
      await server.close()
    },
  }
}

test('graphile-worker sends each order once, though each job comes twice', async () => {
  await using opened = await open('graphile')
  const runner = await run({
    connectionString: opened.url,
    taskList: { send_order: graphileTask(opened.outbox) },
    concurrency: 4,
    noHandleSignals: true,
    crontab: '',
    logger: new Logger(() => () => undefined),
    pollInterval: 50,
  })
  for (const id of [...ids, ...ids]) {
    await opened.pool.query(
      "SELECT graphile_worker.add_job('send_order', json_build_object('id', $1::text))",
      [id],
    )
  }
  await expect.poll(opened.states).toEqual(['accepted', 'accepted', 'accepted'])
  await runner.stop()
  expect(opened.sent()).toBe(3)
})

test('pg-boss sends each order once, though each job comes twice', async () => {
  await using opened = await open('boss')
  const boss = new PgBoss(opened.url)
  await boss.start()
  await boss.createQueue('orders')
  for (const id of [...ids, ...ids]) await boss.send('orders', { id })
  await boss.work('orders', { batchSize: 6, pollingIntervalSeconds: 0.5 }, pgBossHandler(opened.outbox))
  await expect.poll(opened.states).toEqual(['accepted', 'accepted', 'accepted'])
  await boss.stop({ graceful: true })
  expect(opened.sent()).toBe(3)
})
