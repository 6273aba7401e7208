import { setTimeout } from 'node:timers/promises'
import type { Outcome } from '@orderwright/client'
import { Logger, run } from 'graphile-worker'
import { PgBoss } from 'pg-boss'
import { createPostgresPaces, createPostgresStore, runPostgresWorker } from '../../src/index.ts'
import { openLock, openPool } from '../connections.ts'

// One process of what is measured. Its job takes 50 ms and no processor; it works until it is killed.
const [, , name, url = '', concurrencyText] = process.argv
const concurrency = Number(concurrencyText)
const jobMs = 50

if (name === 'graphile-worker') {
  await run({
    connectionString: url,
    concurrency,
    maxPoolSize: 20,
    pollInterval: 100,
    crontab: '',
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { job: async () => await setTimeout(jobMs) },
  })
} else if (name === 'pg-boss') {
  const boss = new PgBoss({ connectionString: url, max: 20 })
  await boss.start()
  for (let index = 0; index < concurrency; index += 16) {
    await boss.work(
      'job',
      { batchSize: 16, pollingIntervalSeconds: 0.5 },
      async () => await setTimeout(jobMs),
    )
  }
} else {
  const pool = openPool(url)
  const ports = {
    store: createPostgresStore(pool),
    lock: openLock(url),
    clock: Date,
    senderFor: async () => sender,
    pacing: {
      store: createPostgresPaces(pool),
      paceOf: async () => ({ concurrency }),
      wait: async (ms: number) => {
        await setTimeout(ms)
      },
    },
  }
  let next = Date.now() * 1000 + process.pid
  const refuse = (): Promise<never> => Promise.reject(new Error('Nothing is asked in the benchmark.'))
  const sender = {
    capabilities: { canListOrders: false, canRefill: false, canCancel: false, statusBatchSize: 100 },
    add: async (): Promise<Outcome> => {
      await setTimeout(jobMs)
      next += 1
      return { kind: 'accepted', orderId: String(next), startCount: undefined, messages: [] }
    },
    statuses: async () => [],
    orders: async function* () {},
    balance: refuse,
  }
  await runPostgresWorker({ pool, ports, signal: new AbortController().signal, onError: console.error })
}
