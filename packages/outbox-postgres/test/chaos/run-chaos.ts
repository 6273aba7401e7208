import { setTimeout } from 'node:timers/promises'
import { createMockServer, type MockServer } from '@orderwright/mock-server'
import {
  type CounterLimit,
  createMemoryLock,
  createOutbox,
  nextTry,
  type OrderRecord,
  type Outbox,
  orderIdOf,
} from '@orderwright/outbox'
import type { ClientBase, Pool } from 'pg'
import { createPostgresStore, migrate, type PostgresStore } from '../../src/index.ts'
import { startCluster } from '../cluster.ts'
import { openPool } from '../connections.ts'
import { sampleDraft, sampleQuote } from '../sample-draft.ts'
import { startCrew } from './crew.ts'
import { randomBy } from './random.ts'
import { startWebhooks } from './start-webhooks.ts'
import { keyOf } from './worker-task.ts'

export interface ChaosPlan {
  readonly orders: number
  readonly seed: number
  readonly kills: number
}

/** What came out: the first group has to be 0. */
export interface ChaosResult {
  readonly doubled: number
  readonly lost: number
  /** Durable intents that were neither sent nor expired. */
  readonly unsent: number
  readonly overLimit: number
  readonly webhooksMissing: number
  readonly workerFailures: readonly string[]
  readonly orders: number
  readonly seed: number
  readonly accepted: number
  readonly placed: number
  /** What a limit turned away. */
  readonly refused: number
  /** Orders that a kill caught between two steps, proven not to be placed, and confirmed again as their caller would. */
  readonly triedAgain: number
  readonly unknownFound: number
  readonly kills: number
  readonly databaseCrashes: number
  readonly webhooks: number
  readonly webhooksRepeated: number
  readonly seconds: number
}

const workers = 4
const accounts = ['0', '1', '2', '3'].map(number => `account-${number}`)

/** Plays one campaign: a database, an upstream and workers that die, and a caller who orders meanwhile. */
export async function runChaos({ orders, seed, kills }: ChaosPlan): Promise<ChaosResult> {
  const start = performance.now()
  const random = randomBy(seed)
  await using cluster = await startCluster()
  const databaseUrl = await cluster.createDatabase('chaos')
  await using upstream = await createMockServer({
    seed: String(seed),
    accounts: accounts.map(name => ({ key: keyOf(name), name, funds: '1000000' })),
    latency: '20ms',
  })
  upstream.control.faults.add({
    action: 'add',
    fault: 'reset',
    when: 'after',
    probability: 0.04,
    times: orders,
  })
  upstream.control.faults.add({
    action: 'add',
    fault: 'reset',
    when: 'before',
    probability: 0.02,
    times: orders,
  })
  const hooks = randomBy(seed + 1)
  await using webhooks = await startWebhooks(() => hooks() < 0.03)
  const pool = openPool(databaseUrl)
  await migrate(pool)
  const store = createPostgresStore(pool)
  // The last account may spend what three quarters of its orders cost.
  const limit = Math.floor((orders / accounts.length) * 0.75) * sampleQuote.total.toNumber()
  const outbox = createOutbox({
    store,
    lock: createMemoryLock(),
    clock: Date,
    senderFor: () => Promise.reject(new Error('Workers send.')),
    limitsOf: async ({ accountId }): Promise<readonly CounterLimit[]> => [
      { counter: `account ${accountId}`, atMost: accountId === accounts.at(-1) ? String(limit) : undefined },
    ],
  })
  const crew = startCrew(workers, {
    databaseUrl,
    upstreamUrl: upstream.url,
    webhookUrl: webhooks.url,
    concurrency: 8,
    settleMs: 500,
    recoverEveryMs: 300,
  })

  const caller = createCaller(outbox, { orders, random })
  let killed = 0
  let crashes = 0
  // What goes wrong is spread over the orders, so that a slow machine sees as much of it.
  const progress = (): number => upstream.control.orders.list().length / orders
  const wreck = async (): Promise<void> => {
    while (killed < kills || crashes < 1) {
      const at = crashes < 1 ? 0.4 : 2
      if (progress() > at) {
        crashes += 1
        await cluster.crash()
      }
      if (killed < kills && progress() * kills * 1.3 >= killed) {
        killed += 1
        crew.killOne(Math.floor(random() * workers))
      }
      await setTimeout(20 + random() * 60)
    }
  }
  await Promise.all([caller.orderAll(), wreck()])
  const { triedAgain } = await settleAll(store, caller)
  const events = await waitForWebhooks(pool, webhooks.taken)
  const ends = await crew.stop()
  const result = {
    ...(await judge(store, upstream, { ...caller, limit })),
    webhooksMissing: events.filter(name => !webhooks.taken.has(name)).length,
    workerFailures: [...crew.failures, ...ends.filter(code => code !== 0).map(code => `ended with ${code}`)],
    orders,
    seed,
    accepted: caller.accepted.size,
    refused: caller.refused.size,
    triedAgain,
    kills: killed,
    databaseCrashes: crashes,
    webhooks: events.length,
    webhooksRepeated: [...webhooks.taken.values()].reduce((sum, times) => sum + times - 1, 0),
    seconds: Math.round((performance.now() - start) / 100) / 10,
  }
  await pool.end()
  return result
}

interface Caller {
  readonly accepted: ReadonlySet<string>
  /** The ids that a limit turned away: told to the caller, and stored nowhere. */
  readonly refused: ReadonlySet<string>
  orderAll(): Promise<void>
  /** Accepts a draft, again and again until the database answers: the same id is the same order. */
  accept(draft: OrderRecord): Promise<void>
}

function createCaller(
  outbox: Outbox<ClientBase>,
  { orders, random }: { readonly orders: number; readonly random: () => number },
): Caller {
  const accepted = new Set<string>()
  const refused = new Set<string>()
  async function accept(draft: OrderRecord): Promise<void> {
    for (;;) {
      try {
        const result = await outbox.accept(draft)
        if (result.kind === 'recorded') accepted.add(draft.id)
        else refused.add(draft.id)
        return
      } catch {
        await setTimeout(20)
      }
    }
  }
  return {
    accepted,
    refused,
    accept,
    orderAll: async () => {
      let next = 0
      const orderSome = async (): Promise<void> => {
        while (next < orders) {
          const index = next
          next += 1
          const accountId = accounts[Math.floor(random() * accounts.length)] ?? ''
          const draft = sampleDraft(`order-${index}`, { accountId, createdAt: Date.now() })
          // Now and then a caller lost the answer, and asks again.
          await Promise.all(random() < 0.1 ? [accept(draft), accept(draft)] : [accept(draft)])
        }
      }
      await Promise.all(Array.from({ length: 8 }, orderSome))
    },
  }
}

/** Waits until nothing is open to doubt; what is proven not to be placed is confirmed again, as its caller would. */
async function settleAll(store: PostgresStore, caller: Caller): Promise<{ readonly triedAgain: number }> {
  const retried = new Set<string>()
  for (;;) {
    const open = await store.list({ states: ['queued', 'submitting', 'unknown'], limit: 1 })
    const failed = (await store.list({ states: ['not_placed', 'rejected', 'not_sent'] })).filter(
      ({ id, state }) => !retried.has(id) && !(state.name === 'not_sent' && state.reason.code === 'expired'),
    )
    for (const record of failed) {
      retried.add(record.id)
      const { order, confirmed } = record
      const again = nextTry(record, {
        order,
        quote: sampleQuote,
        serviceName: confirmed.serviceName,
        createdAt: Date.now(),
      })
      if (again.ok) await caller.accept(again.draft)
    }
    if (open.length === 0 && failed.length === 0) return { triedAgain: retried.size }
    await setTimeout(100)
  }
}

/** Resolves with all events, as `id topic`, once the consumer has come to the last one. */
async function waitForWebhooks(pool: Pool, taken: ReadonlyMap<string, number>): Promise<readonly string[]> {
  for (;;) {
    const { rows } = await pool.query<{ name: string }>(
      "SELECT DISTINCT record ->> 'id' || ' ' || topic AS name FROM orderwright.event",
    )
    const names = rows.map(({ name }) => name)
    if (names.every(name => taken.has(name))) return names
    await setTimeout(50)
  }
}

interface Expected {
  /** The ids that the caller was told to be accepted. */
  readonly accepted: ReadonlySet<string>
  readonly refused: ReadonlySet<string>
  readonly limit: number
}

/** The upstream's order book is the judge. */
async function judge(store: PostgresStore, { control }: MockServer, { accepted, refused, limit }: Expected) {
  const taken = control.orders.list()
  const targets = new Map<string, number>()
  for (const { target } of taken) targets.set(target, (targets.get(target) ?? 0) + 1)
  const records = await store.list({})
  const known = new Set(records.flatMap(record => orderIdOf(record) ?? []))
  const tried = records.filter(({ id }) => accepted.has(id))
  const spent = new Map<string, number>()
  for (const { account, charged } of taken) spent.set(account, (spent.get(account) ?? 0) + Number(charged))
  const isExpired = ({ state }: OrderRecord): boolean =>
    state.name === 'not_sent' && state.reason.code === 'expired'
  // Proven not to be placed, and what its caller ordered again had no room in the limit any more.
  const isTurnedAway = ({ id, retryOf, attempt }: OrderRecord): boolean => {
    const root = retryOf === undefined ? id : id.slice(0, id.lastIndexOf('.'))
    const lasts = tried.filter(record => record.id === root || record.id.startsWith(`${root}.`))
    const last = lasts.reduce((most, record) => Math.max(most, record.attempt), attempt)
    return refused.has(`${root}.${last + 1}`)
  }
  return {
    doubled: [...targets.values()].filter(times => times > 1).length,
    lost: taken.filter(({ id }) => !known.has(id)).length + (accepted.size - tried.length),
    unsent: tried.filter(
      record => !targets.has(record.order.target ?? '') && !isExpired(record) && !isTurnedAway(record),
    ).length,
    overLimit: Math.max(0, (spent.get(accounts.at(-1) ?? '') ?? 0) - limit),
    placed: taken.length,
    unknownFound: records.filter(({ history }) => history.some(({ event }) => event === 'looked_up')).length,
  }
}
