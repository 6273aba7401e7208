import { createHmac } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createQqtubeClient } from '@orderwright/client'
import { describeIssue, prepareOrder } from '@orderwright/core'
import {
  createDraft,
  createOutbox,
  deliverEvents,
  describeRejection,
  describeState,
  type OrderRecord,
  type StoredEvent,
} from '@orderwright/outbox'
import {
  createPostgresPaces,
  createPostgresStore,
  createSessionLock,
  migrate,
  runPostgresWorker,
} from '@orderwright/outbox-postgres'
import { openSqlite, runSqliteWorker } from '@orderwright/outbox-sqlite'
import express from 'express'
import { Client, Pool } from 'pg'

// SQLite and one process by default; with DATABASE_URL any number of them, of either role.
const { role } = parseArgs({ options: { role: { type: 'string' } } }).values
const { DATABASE_URL, SQLITE_FILE = 'orders.db', PORT = '3000' } = process.env
const { UPSTREAM_URL = '', UPSTREAM_KEY = '', WEBHOOK_URL, WEBHOOK_SECRET = '' } = process.env

const upstream = createQqtubeClient({ apiKey: UPSTREAM_KEY, baseUrl: UPSTREAM_URL })
const end = new AbortController()
const { signal } = end
const onError = (error: unknown) => console.error(error instanceof Error ? error.message : error)
const common = { clock: Date, senderFor: async () => upstream, signal }
const paced = { paceOf: async () => ({ concurrency: 16 }), wait: async (ms: number) => await setTimeout(ms) }

const { store, lock, accept, work, close } = DATABASE_URL ? await openPostgres(DATABASE_URL) : openFile()

function openFile() {
  const { store, lock, paces, close } = openSqlite(SQLITE_FILE)
  const outbox = createOutbox({ ...common, store, lock, pacing: { ...paced, store: paces } })
  const accept = (draft: OrderRecord) => outbox.accept(draft)
  return { store, lock, accept, work: () => runSqliteWorker({ outbox, store, signal, onError }), close }
}

async function openPostgres(connectionString: string) {
  const pool = new Pool({ connectionString, pipeline: true }).on('error', onError)
  await migrate(pool)
  const store = createPostgresStore(pool)
  const lock = createSessionLock(async () => {
    const client = new Client(connectionString)
    await client.connect()
    return client
  })
  const ports = { ...common, store, lock, pacing: { ...paced, store: createPostgresPaces(pool) } }
  const outbox = createOutbox(ports)
  const accept = (draft: OrderRecord) => outbox.accept(draft)
  const close = () => Promise.all([lock.close(), pool.end()])
  return { store, lock, accept, work: () => runPostgresWorker({ pool, ports, signal, onError }), close }
}

// What the upstream sells, read anew every minute; while it cannot be read, the last reading counts.
let { services } = await upstream.services()
setInterval(() => upstream.services().then(read => ({ services } = read), onError), 60_000).unref()
const app = express().use(express.json())

app.post('/orders', async (request, response) => {
  const id = request.get('Idempotency-Key')?.trim()
  if (!id || id.length > 200) return response.status(400).json({ error: 'Send a header Idempotency-Key.' })
  const { serviceId, target, quantity, params = {} } = request.body ?? {}
  const service = services.find(({ id }) => id === String(serviceId))
  if (service === undefined) return response.status(400).json({ error: 'There is no such service.' })
  const prepared = prepareOrder(service, { target: String(target), quantity: String(quantity), params })
  if (!prepared.ok) return response.status(400).json({ errors: prepared.issues.map(i => describeIssue(i)) })
  const { canListOrders } = upstream.capabilities
  const named = { id, accountId: 'main', serviceName: service.name, createdAt: Date.now() }
  const draft = createDraft({ ...prepared, ...named, canListOrders })
  // The same key and body are the same order, however often; another body under the key is refused.
  const accepted = await accept(draft)
  if (accepted.kind === 'recorded') {
    return response.status(202).json({ id, total: accepted.record.confirmed.total, url: `/orders/${id}` })
  }
  if (accepted.kind === 'issues') return response.status(400).json({ errors: accepted.issues })
  const status = accepted.rejection.code === 'id_taken' ? 422 : 409
  return response.status(status).json({ error: describeRejection(accepted.rejection) })
})

app.get('/orders/:id', async (request, response) => {
  const record = await store.get(request.params.id)
  if (record === undefined) return response.status(404).json({ error: 'There is no such order.' })
  return response.json({ id: record.id, state: record.state.name, description: describeState(record) })
})

async function tell(url: string, { cursor, topic, record }: StoredEvent): Promise<void> {
  const body = JSON.stringify({ cursor, topic, id: record.id, state: record.state.name })
  const signature = createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex')
  const headers = { 'Content-Type': 'application/json', 'X-Signature': `sha256=${signature}` }
  const init = { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) }
  const { ok, status } = await fetch(url, init)
  if (!ok) throw new Error(`The webhook was answered with ${status}.`)
}

async function deliver(url: string): Promise<void> {
  while (!signal.aborted) {
    const consumer = { store, lock, consumer: 'webhooks', deliver: (event: StoredEvent) => tell(url, event) }
    const delivered = await deliverEvents(consumer).catch(onError)
    if (delivered !== 100) await setTimeout(500, undefined, { signal }).catch(() => undefined)
  }
}

const server = role === 'worker' ? undefined : app.listen(Number(PORT))
server?.once('listening', () => console.log('listening', server.address()))
process.once('SIGTERM', () => end.abort())
const untilEnd = new Promise(resolve => signal.addEventListener('abort', resolve))
const closed = untilEnd.then(() => server && new Promise(resolve => server.close(resolve)))
const workers = role === 'api' ? [] : [work(), WEBHOOK_URL ? deliver(WEBHOOK_URL) : undefined]
await Promise.all([closed, ...workers])
await close()
