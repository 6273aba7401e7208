import { setTimeout } from 'node:timers/promises'
import { createQqtubeClient } from '@orderwright/client'
import { deliverEvents } from '@orderwright/outbox'
import {
  createPostgresPaces,
  createPostgresStore,
  type PostgresPorts,
  runPostgresWorker,
} from '../../src/index.ts'
import { openLock, openPool } from '../connections.ts'
import { keyOf, type WorkerTask } from './worker-task.ts'

const task: WorkerTask = JSON.parse(process.argv[2] ?? '')
const pool = openPool(task.databaseUrl)
const lock = openLock(task.databaseUrl)
const store = createPostgresStore(pool)
const ports: PostgresPorts = {
  store,
  lock,
  clock: Date,
  senderFor: async accountId =>
    createQqtubeClient({
      apiKey: keyOf(accountId),
      baseUrl: `${task.upstreamUrl}/v1-api`,
      retry: { limit: 0 },
    }),
  pacing: {
    store: createPostgresPaces(pool),
    paceOf: async () => ({ concurrency: task.concurrency }),
    wait: async ms => {
      await setTimeout(ms)
    },
  },
  settleMs: task.settleMs,
}
const end = new AbortController()
process.once('SIGTERM', () => end.abort())
// Nobody is left to end it.
process.stdin.once('end', () => process.exit(1)).resume()
const { recoverEveryMs } = task
await Promise.all([
  runPostgresWorker({ pool, ports, signal: end.signal, recoverEveryMs }),
  task.webhookUrl === undefined ? undefined : tellAll(task.webhookUrl),
])
await lock.close()
await pool.end()
process.stdin.destroy()

/** Delivers events until the end; what fails comes again. */
async function tellAll(url: string): Promise<void> {
  while (!end.signal.aborted) {
    const delivered = await deliverEvents({
      store,
      lock,
      consumer: 'webhooks',
      limit: 20,
      deliver: async ({ topic, record }) => {
        const body = JSON.stringify({ topic, id: record.id })
        const { ok } = await fetch(url, { method: 'POST', body })
        if (!ok) throw new Error('the webhook was not taken')
      },
    }).catch(() => 0)
    if (delivered === 0) await setTimeout(50)
  }
}
