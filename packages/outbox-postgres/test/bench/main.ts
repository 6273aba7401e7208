import { type ChildProcess, spawn } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { changeBy } from '@orderwright/outbox'
import { makeWorkerUtils } from 'graphile-worker'
import type { Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import { writeChanges } from '../../src/database/write-changes.ts'
import { migrate } from '../../src/index.ts'
import { startCluster } from '../cluster.ts'
import { openPool } from '../connections.ts'
import { sampleDraft } from '../sample-draft.ts'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '4000' },
    finished: { type: 'string', default: '1000000' },
    unresolved: { type: 'string', default: '100000' },
  },
})
const orders = Number(values.orders)
await using cluster = await startCluster()
const url = await cluster.createDatabase('bench')
const pool = openPool(url)
await migrate(pool)

interface Figures {
  readonly name: string
  readonly perSecond: number
  /** Commits of all kinds, reads too, for each order. */
  readonly commits: number
  /** Writes of the log to the disk, for each order. */
  readonly fsyncs: number
}

const figures: Figures[] = []

/** Starts processes, gives them work once they run, and tells how fast it is done. */
async function measure(name: string, { processes, args, fill, left }: Contest): Promise<void> {
  const flags = ['--conditions=@orderwright/source', '--disable-warning=ExperimentalWarning']
  const file = join(import.meta.dirname, 'contestant.ts')
  const children: ChildProcess[] = Array.from({ length: processes }, () =>
    spawn(process.execPath, [...flags, file, ...args], { stdio: ['ignore', 'inherit', 'inherit'] }),
  )
  // They begin to look for work.
  await setTimeout(6000)
  const count = await fill()
  const before = await counted(pool)
  const start = performance.now()
  while ((await left()) > 0) await setTimeout(50)
  const seconds = (performance.now() - start) / 1000
  const after = await counted(pool)
  for (const child of children) child.kill('SIGKILL')
  const each = (total: number): number => Math.round((total / count) * 100) / 100
  const figure = {
    name,
    perSecond: Math.round(count / seconds),
    commits: each(after.commits - before.commits),
    fsyncs: each(after.fsyncs - before.fsyncs),
  }
  figures.push(figure)
  console.log(
    `${name.padEnd(58)} ${String(figure.perSecond).padStart(6)}/s ${figure.commits} commits, ${figure.fsyncs} fsyncs an order`,
  )
}

interface Contest {
  readonly processes: number
  readonly args: readonly string[]
  /** Adds the work, and resolves with how much it is. */
  readonly fill: () => Promise<number>
  /** Resolves with how much is left to do. */
  readonly left: () => Promise<number>
}

async function counted(pool: Pool): Promise<{ readonly commits: number; readonly fsyncs: number }> {
  await pool.query('SELECT pg_stat_force_next_flush()')
  const { rows } = await pool.query<{ commits: number; fsyncs: number }>(
    'SELECT sum(xact_commit)::float8 AS commits, (SELECT wal_sync::float8 FROM pg_stat_wal) AS fsyncs FROM pg_stat_database',
  )
  const [row = { commits: 0, fsyncs: 0 }] = rows
  return row
}

let filled = 0

/** Accepts orders of so many accounts, in one commit. */
async function accept(accounts: number): Promise<number> {
  filled += 1
  const changes = Array.from({ length: orders }, (_, index) => {
    const id = `${filled}-${index}`
    const draft = sampleDraft(id, {
      accountId: `account-${index % accounts}`,
      canListOrders: false,
      expiresAt: Date.now() + 86_400_000,
    })
    return {
      before: undefined,
      change: changeBy(draft, { id, event: { kind: 'confirmed' }, now: Date.now() }),
    }
  })
  await writeChanges(pool, changes)
  return orders
}

const waiting = async (): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    "SELECT count(*)::integer FROM orderwright.record WHERE NOT finished AND state IN ('queued', 'submitting')",
  )
  return rows[0]?.count ?? 0
}

const outbox = (processes: number, accounts: number): Contest => ({
  processes,
  args: ['outbox', url, '16'],
  fill: () => accept(accounts),
  left: waiting,
})

console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
await measure('outbox: one account, 1 process', outbox(1, 1))
await measure('outbox: ten accounts, 1 process', outbox(1, 10))
await measure('outbox: ten accounts, 4 processes', outbox(4, 10))

const utils = await makeWorkerUtils({ connectionString: url })
await utils.migrate()
await measure('graphile-worker: 160 at once, 1 process', {
  processes: 1,
  args: ['graphile-worker', url, '160'],
  fill: async () => {
    await pool.query("SELECT graphile_worker.add_job('job', '{}') FROM generate_series(1, $1::integer)", [
      orders,
    ])
    return orders
  },
  left: async () =>
    (await pool.query<{ count: number }>('SELECT count(*)::integer FROM graphile_worker.jobs')).rows[0]
      ?.count ?? 0,
})
await utils.release()
const boss = new PgBoss(url)
await boss.start()
await boss.createQueue('job')
await measure('pg-boss: 160 at once in batches of 16, 1 process', {
  processes: 1,
  args: ['pg-boss', url, '160'],
  fill: async () => {
    await boss.insert(
      'job',
      Array.from({ length: orders }, () => ({ data: {} })),
    )
    return orders
  },
  left: async () =>
    (
      await pool.query<{ count: number }>(
        "SELECT count(*)::integer FROM pgboss.job WHERE name = 'job' AND state IN ('created', 'active', 'retry')",
      )
    ).rows[0]?.count ?? 0,
})
await boss.stop()

// What has piled up: finished orders, and unknown ones that wait for their person.
const pile = `
INSERT INTO orderwright.record (id, finished, account_id, state, signature, version, record)
SELECT $2 || n, $3, 'account-' || n % 10, $2, sha256(($2 || n)::bytea), 1, r.record
FROM generate_series(1, $1::integer) AS n, (SELECT record FROM orderwright.record LIMIT 1) AS r`
await pool.query(pile, [Number(values.finished), 'closed', true])
await pool.query(pile, [Number(values.unresolved), 'unknown', false])
await pool.query('ANALYZE orderwright.record')
const piled = `with ${values.unresolved} unresolved and ${values.finished} finished`
await measure(`outbox: ten accounts, 1 process, ${piled}`, outbox(1, 10))

await pool.end()
console.log(JSON.stringify({ cores: cpus().length, load: loadavg()[0], orders, figures }))
