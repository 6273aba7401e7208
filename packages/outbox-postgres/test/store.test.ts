import { createOutbox, deliverEvents, type OrderRecord } from '@orderwright/outbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostgresStore, type createSessionLock } from '../src/index.ts'
import { openLock, openPool } from './connections.ts'
import { createDatabase } from './database.ts'
import { sampleDraft } from './sample-draft.ts'

let pool: ReturnType<typeof openPool>
let lock: ReturnType<typeof createSessionLock>
beforeAll(async () => {
  const url = await createDatabase('store')
  pool = openPool(url)
  lock = openLock(url)
  await pool.query('CREATE TABLE wallet (customer text PRIMARY KEY, cents integer CHECK (cents >= 0))')
  await pool.query("INSERT INTO wallet VALUES ('7', 10)")
})
afterAll(async () => {
  await lock.close()
  await pool.end()
})

const senderFor = (): Promise<never> => Promise.reject(new Error('no upstream'))

test('a debit and an order in one transaction are both stored, or neither', async () => {
  const store = createPostgresStore(pool)
  const outbox = createOutbox({ store, lock, clock: Date, senderFor })
  const order = async (id: string): Promise<string> => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const { kind } = await outbox.accept(sampleDraft(id), undefined, client)
      await client.query("UPDATE wallet SET cents = cents - 6 WHERE customer = '7'")
      await client.query('COMMIT')
      return kind
    } catch (error) {
      await client.query('ROLLBACK')
      throw error
    } finally {
      client.release()
    }
  }
  expect(await order('paid')).toBe('recorded')
  await expect(order('too-dear')).rejects.toThrow('wallet_cents_check')
  expect(await store.get('paid')).toMatchObject({ state: { name: 'queued' } })
  expect(await store.get('too-dear')).toBeUndefined()
})

test('an event is listed after those of transactions that began before and committed later', async () => {
  const store = createPostgresStore(pool)
  const before = (await store.eventsAfter(undefined, 1000)).at(-1)?.cursor
  const tell = (id: string, topic: 'placed' | 'found') =>
    store.update(id, () => ({
      store: { ...sampleDraft(id), state: { name: 'queued' } } satisfies OrderRecord,
      effects: [{ kind: 'notify', topic }],
      value: undefined,
    }))
  const early = await pool.connect()
  await early.query('BEGIN')
  await early.query(
    'INSERT INTO orderwright.event (topic, record) VALUES (\'rejected\', \'{"id": "early"}\')',
  )
  await tell('late', 'placed')
  const listing = store.eventsAfter(before, 10)
  await early.query('COMMIT')
  early.release()
  expect((await listing).map(({ record }) => record.id)).toEqual(['early', 'late'])
})

test('events are in the order of their transactions, whatever number of digits those have', async () => {
  const store = createPostgresStore(pool)
  // Transactions of long ago, which no test has made.
  for (const number of ['10', '9']) {
    await pool.query('INSERT INTO orderwright.event (transaction, topic, record) VALUES ($1, $2, $3)', [
      number,
      'placed',
      { id: number },
    ])
  }
  const listed = await store.eventsAfter(undefined, 2)
  expect(listed.map(({ record }) => record.id)).toEqual(['9', '10'])
  expect((await store.eventsAfter(listed[0]?.cursor, 1)).map(({ record }) => record.id)).toEqual(['10'])
  await pool.query("DELETE FROM orderwright.event WHERE transaction < '11'::xid8")
})

test('each consumer is told everything once, and again what it did not take', async () => {
  const store = createPostgresStore(pool)
  const told: string[] = []
  let isDown = true
  const deliver = async ({ topic, record }: { topic: string; record: OrderRecord }): Promise<void> => {
    if (record.id === 'late' && isDown) throw new Error('the consumer is down')
    told.push(`${record.id} ${topic}`)
  }
  const next = () => deliverEvents({ store, lock, consumer: 'webhooks', deliver })
  await expect(next()).rejects.toThrow('the consumer is down')
  isDown = false
  await next()
  expect(await next()).toBe(0)
  expect(told).toEqual(['early rejected', 'late placed'])
})

test('a finished record leaves the live ones, and is found as before', async () => {
  const store = createPostgresStore(pool)
  const closed: OrderRecord = {
    ...sampleDraft('closed'),
    state: { name: 'rejected', messages: [], httpStatus: 200 },
  }
  await store.update('closed', () => ({
    store: { ...closed, state: { name: 'queued' } },
    value: undefined,
  }))
  await store.update('closed', () => ({ store: closed, value: undefined }))
  const { rows } = await pool.query(
    "SELECT tableoid::regclass::text AS part FROM orderwright.record WHERE id = 'closed'",
  )
  expect(rows).toEqual([{ part: 'orderwright.record_finished' }])
  expect(await store.get('closed')).toMatchObject({ state: { name: 'rejected' } })
  await store.update('closed', current => ({
    ...(current && { store: { ...current, state: { name: 'accepted', orderId: '77' } } }),
    value: undefined,
  }))
  expect(await store.list({ orderIds: ['77'] })).toHaveLength(1)
})

test('a lock whose session was ended is taken by others, and taken anew', async () => {
  const other = openLock(pool.options.connectionString ?? '')
  const terminate =
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()"
  const inside = await lock.run('a name', async () => {
    await pool.query(terminate)
    return await other.run('a name', async () => 'taken')
  })
  expect(inside).toBe('taken')
  expect(await lock.run('a name', async () => 'taken anew')).toBe('taken anew')
  await other.close()
})
