import type { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import type { Outbox } from '@orderwright/outbox'
import type { SqliteStore } from './create-store.ts'

export interface SqliteWorkerOptions {
  readonly outbox: Outbox<DatabaseSync>
  readonly store: SqliteStore
  /** Aborted: the worker begins nothing more, and ends once what is on its way has ended. */
  readonly signal: AbortSignal
  /** How often it looks for work, in milliseconds. Default: 100. */
  readonly everyMs?: number | undefined
  /** How many orders wait for their turn or their answer at once. Default: 500. */
  readonly mostUnderWay?: number | undefined
  /** Told of what an upstream or the disk failed with; the worker goes on. Default: passed over. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/**
 * Sends what is accepted and asks about what is due, until the signal is aborted. First it settles what an earlier process left behind.
 *
 * @example
 * ```ts
 * import { createOutbox } from '@orderwright/outbox'
 * const { store, lock } = openSqlite(':memory:')
 * const outbox = createOutbox({ store, lock, clock: Date, senderFor: () => Promise.reject(new Error('no upstream')) })
 * const end = new AbortController()
 * const running = runSqliteWorker({ outbox, store, signal: end.signal })
 * end.abort()
 * await running // undefined
 * ```
 */
export async function runSqliteWorker(options: SqliteWorkerOptions): Promise<void> {
  const { outbox, store, signal, everyMs = 100, mostUnderWay = 500, onError } = options
  const sending = new Map<string, Promise<void>>()
  const polling = new Map<string, Promise<void>>()
  let after: string | undefined

  /** Begins a task unless it is under way; it ends in its own time. */
  const begin = (tasks: Map<string, Promise<void>>, name: string, task: () => Promise<unknown>): void => {
    if (tasks.has(name)) return
    const running = task()
      .catch((error: unknown) => onError?.(error))
      .then(() => {
        tasks.delete(name)
      })
    tasks.set(name, running)
  }

  /** Goes round all that is queued, so that an account that is paused keeps nothing of another waiting. */
  const sendQueued = async (): Promise<void> => {
    const limit = mostUnderWay - sending.size
    if (limit <= 0) return
    const page = await store.list({ states: ['queued'], limit, ...(after === undefined ? {} : { after }) })
    after = page.length < limit ? undefined : page.at(-1)?.id
    for (const { id } of page) begin(sending, id, () => outbox.send(id))
  }
  const pollDue = async (): Promise<void> => {
    for (const accountId of await store.dueAccounts(Date.now())) {
      begin(polling, accountId, () => outbox.pollDue(accountId))
    }
  }

  await outbox.recover()
  while (!signal.aborted) {
    try {
      await sendQueued()
      await pollDue()
    } catch (error) {
      onError?.(error)
    }
    await pause(everyMs, signal)
  }
  await outbox.drain()
  await Promise.all([...sending.values(), ...polling.values()])
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined)
}
