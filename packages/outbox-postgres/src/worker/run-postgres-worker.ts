import { setTimeout } from 'node:timers/promises'
import type { Outcome } from '@orderwright/client'
import {
  afterSending,
  createOutbox,
  type OutboxPorts,
  orderLock,
  type Sender,
  tell,
  unexpectedOutcome,
} from '@orderwright/outbox'
import type { ClientBase, Pool } from 'pg'
import type { BatchLock } from '../locks/create-batch-lock.ts'
import type { PostgresStore } from '../store/create-postgres-store.ts'
import { type Claimed, claim, type Lane } from './claim.ts'
import { createOutcomes } from './create-outcomes.ts'
import { recoverDead } from './recover-dead.ts'
import { createInstruments, type Telemetry } from './telemetry.ts'

/** The ports of an outbox on PostgreSQL. */
export type PostgresPorts = OutboxPorts<ClientBase> & {
  readonly store: PostgresStore
  readonly lock: BatchLock
}

export interface PostgresWorkerOptions {
  readonly pool: Pool
  readonly ports: PostgresPorts
  /** Aborted: the worker takes nothing more, and ends once what is on its way is stored. */
  readonly signal: AbortSignal
  /** How often it looks for accounts with work, in milliseconds. Default: 100. */
  readonly everyMs?: number | undefined
  /** How often it looks for what has died, in milliseconds. Default: 5000. */
  readonly recoverEveryMs?: number | undefined
  /** Told of what the database or an upstream failed with; the worker goes on. Default: passed over. */
  readonly onError?: ((error: unknown) => void) | undefined
  readonly telemetry?: Telemetry | undefined
}

/** How long an account whose sender is refused is left alone, such as while its key is locked. */
const refusedForMs = 5000

/** How long an account that was polled is left to others at least. */
const polledForMs = 1000

/**
 * Sends what is accepted in batches, asks about what is due, and settles what dead processes have left, until the signal is aborted. Any number of
 * processes may do so over one database; any of them may be killed.
 *
 * @example
 * ```ts
 * import { Pool } from 'pg'
 * const pool = new Pool({ connectionString: process.env.DATABASE_URL, pipeline: true })
 * await migrate(pool)
 * const lock = createLeaseLock(pool)
 * const senderFor = () => Promise.reject(new Error('no upstream'))
 * const ports = { store: createPostgresStore(pool), lock, clock: Date, senderFor }
 * const end = new AbortController()
 * const running = runPostgresWorker({ pool, ports, signal: end.signal })
 * end.abort()
 * await running
 * await lock.close()
 * await pool.end() // undefined
 * ```
 */
export async function runPostgresWorker(options: PostgresWorkerOptions): Promise<void> {
  const { ports, signal, everyMs = 100, recoverEveryMs = 5000, onError = () => undefined } = options
  const sending = createSending({ ...options, onError })
  const polling = createPolling(ports, onError)
  let recoverAt = 0
  while (!signal.aborted) {
    try {
      if (Date.now() >= recoverAt) {
        recoverAt = Date.now() + recoverEveryMs
        sending.instruments.recovered(await recoverDead(options.pool, ports))
      }
      await sending.refresh()
      await polling.begin()
    } catch (error) {
      onError(error)
    }
    await setTimeout(everyMs, undefined, { signal }).catch(() => undefined)
  }
  await Promise.all([sending.drain(), polling.drain()])
}

type SendingOptions = PostgresWorkerOptions & { readonly onError: (error: unknown) => void }

interface Account extends Lane {
  readonly sender: Sender
}

/** Takes orders whenever there is room, and sends them. */
function createSending({ pool, ports, signal, onError, telemetry }: SendingOptions) {
  const { store, lock, clock, pacing } = ports
  const instruments = createInstruments(telemetry)
  let accounts = new Map<string, Account>()
  const refusedUntil = new Map<string, number>()
  const pausedUntil = new Map<string, number>()
  /** The keys of the orders that are on their way here. */
  const underWay = new Map<string, string>()
  const requests = new Set<Promise<void>>()
  let claiming: Promise<void> | undefined
  let isAskedAgain = false

  const release = (names: readonly string[]): void => {
    lock.release(names).catch(onError)
  }
  const outcomes = createOutcomes({
    pool,
    ports,
    onError,
    onStored: records => {
      for (const { id } of records) underWay.delete(id)
      release(records.map(({ id }) => orderLock(id)))
      claimSoon()
    },
  })

  async function accountOf(accountId: string): Promise<Account | undefined> {
    if (Date.now() < (refusedUntil.get(accountId) ?? 0)) return undefined
    try {
      const [sender, pace, others] = await Promise.all([
        ports.senderFor(accountId),
        pacing?.paceOf(accountId),
        ports.poolOf?.(accountId),
      ])
      const [first = accountId] = [accountId, ...(others ?? [])].toSorted()
      const { key = first, concurrency = 1, perMinute } = pace ?? {}
      return { accountId, key, concurrency, intervalMs: perMinute ? 60_000 / perMinute : 0, sender }
    } catch (error) {
      refusedUntil.set(accountId, Date.now() + refusedForMs)
      onError(error)
      return undefined
    }
  }

  async function refresh(): Promise<void> {
    const found = await Promise.all((await store.queuedAccounts()).map(accountOf))
    accounts = new Map(
      found.flatMap(account => (account === undefined ? [] : [[account.accountId, account]])),
    )
    claimSoon()
  }

  function claimSoon(): void {
    if (signal.aborted) return
    isAskedAgain = claiming !== undefined
    claiming ??= claimAll().finally(() => {
      claiming = undefined
      if (isAskedAgain) claimSoon()
    })
  }

  async function claimAll(): Promise<void> {
    const now = clock.now()
    const lanes = [...accounts.values()].filter(
      ({ key, concurrency }) => countOf(underWay, key) < concurrency && (pausedUntil.get(key) ?? 0) <= now,
    )
    if (lanes.length === 0) return
    try {
      const { claimed, changes, unused, nextAt, idle } = await claim({ pool, lock, onUncertain }, lanes, now)
      release(unused)
      for (const accountId of idle) accounts.delete(accountId)
      for (const [key, until] of nextAt) pausedUntil.set(key, until)
      tell(
        ports,
        changes.map(({ change }) => change.value),
      )
      if (claimed.length > 0) instruments.claimed(claimed.length)
      for (const one of claimed)
        send(
          one,
          lanes.find(({ accountId }) => accountId === one.record.accountId),
        )
    } catch (error) {
      onError(error)
    }
  }

  /** Nothing of them was sent: if they turn out to be `submitting`, they go back to the queue. */
  function onUncertain(claimed: readonly Claimed[]): void {
    for (const one of claimed) outcomes.add({ claimed: one, event: { kind: 'postponed' } })
  }

  function send(claimed: Claimed, account: Account | undefined): void {
    const { id, accountId } = claimed.record
    underWay.set(id, account?.key ?? accountId)
    const request = submit(claimed, account).finally(() => requests.delete(request))
    requests.add(request)
  }

  async function submit(claimed: Claimed, account: Account | undefined): Promise<void> {
    const { record } = claimed
    const add = async (): Promise<Outcome> => {
      try {
        const sender = account?.sender ?? (await ports.senderFor(record.accountId))
        return await sender.add(record.order)
      } catch (error) {
        onError(error)
        return unexpectedOutcome
      }
    }
    const { event, pauseMs } = afterSending(await instruments.request(record, add), record)
    if (pauseMs !== undefined) await leaveAlone(account?.key ?? record.accountId, pauseMs)
    outcomes.add({ claimed, event })
  }

  async function leaveAlone(key: string, pauseMs: number): Promise<void> {
    const until = clock.now() + pauseMs
    pausedUntil.set(key, until)
    await pacing?.store.pause(key, until).catch(onError)
  }

  return {
    instruments,
    refresh,
    drain: async () => {
      await claiming
      await Promise.all(requests)
      await outcomes.settled()
    },
  }
}

function countOf(underWay: ReadonlyMap<string, string>, key: string): number {
  let count = 0
  for (const other of underWay.values()) if (other === key) count += 1
  return count
}

/** Asks the upstreams about orders that are due, each account in its own time. */
function createPolling(ports: PostgresPorts, onError: (error: unknown) => void) {
  const outbox = createOutbox(ports)
  const running = new Set<string>()
  const notBefore = new Map<string, number>()
  async function poll(accountId: string): Promise<void> {
    const { nextAt, error } = await outbox.pollDue(accountId)
    if (error !== undefined) {
      onError(error)
      notBefore.set(accountId, nextAt ?? 0)
    } else notBefore.set(accountId, Date.now() + polledForMs)
  }
  return {
    begin: async () => {
      for (const accountId of await ports.store.dueAccounts(ports.clock.now())) {
        if (running.has(accountId) || Date.now() < (notBefore.get(accountId) ?? 0)) continue
        running.add(accountId)
        poll(accountId)
          .catch(onError)
          .finally(() => running.delete(accountId))
      }
    },
    drain: () => outbox.drain(),
  }
}
