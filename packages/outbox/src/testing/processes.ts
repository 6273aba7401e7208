import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { NamedLock, OrderStore } from '../index.ts'
import { type ContractCase, casesOf, expectSame, recordOf, type Shared } from './contract.ts'
import { acceptAlone } from './store-contract.ts'

/** What a process of its own is to do with the ports that are tested. */
export type ProcessTask =
  /** Counts in one record, by changes of the store. */
  | { readonly kind: 'count'; readonly id: string; readonly times: number }
  /** Counts in one record by reading and then writing it, while it holds a name. */
  | { readonly kind: 'guard'; readonly id: string; readonly times: number }
  /** Accepts orders under ids of its own, which others accept at the same time. */
  | { readonly kind: 'accept'; readonly id: string; readonly target: string; readonly times: number }
  /** Holds a name until it is killed. */
  | { readonly kind: 'hold'; readonly name: string }

/** The ports of one process. */
export interface ProcessPorts {
  readonly store: OrderStore
  readonly lock: NamedLock
}

/** A process at work. */
export interface StartedProcess {
  /** Resolves once a name is held. */
  readonly isReady: Promise<void>
  /** Rejects if the process fails. */
  readonly hasEnded: Promise<void>
  /** Ends it as a loss of power would, and resolves once it is gone. */
  readonly kill: () => Promise<void>
}

/**
 * Carries out the task in the first argument of this process: to be called by a file that `startProcess` runs.
 *
 * @example
 * ```ts
 * import { runProcessTask } from '@orderwright/outbox/testing'
 * process.argv[2] = JSON.stringify({ kind: 'count', id: 'form-1', times: 3 })
 * const store = createMemoryStore()
 * await runProcessTask({ store, lock: createMemoryLock() })
 * const counted = await store.get('form-1')
 * counted.attempt // 3
 * ```
 */
export async function runProcessTask({ store, lock }: ProcessPorts): Promise<void> {
  const task: ProcessTask = JSON.parse(process.argv[2] ?? '')
  if (task.kind === 'hold') {
    await lock.run(task.name, () => {
      process.stdout.write('ready\n')
      return new Promise<void>(() => undefined)
    })
    return
  }
  for (let index = 0; index < task.times; index += 1) {
    if (task.kind === 'count') await count(store, task.id)
    else if (task.kind === 'guard') await lock.run(task.id, () => countInTwoSteps(store, task.id))
    else await acceptAlone(store, recordOf(`${task.id} ${index}`, `${task.target} ${index}`))
  }
}

async function count(store: OrderStore, id: string): Promise<void> {
  await store.update(id, current => {
    const record = current ?? recordOf(id, id, { attempt: 0 })
    return { store: { ...record, attempt: record.attempt + 1 }, value: undefined }
  })
}

async function countInTwoSteps(store: OrderStore, id: string): Promise<void> {
  const record = (await store.get(id)) ?? recordOf(id, id, { attempt: 0 })
  await store.update(id, () => ({ store: { ...record, attempt: record.attempt + 1 }, value: undefined }))
}

/**
 * Runs a file with a task in a Node process of its own; `execArgv` are flags of Node's.
 *
 * @example
 * ```ts
 * import { startProcess } from '@orderwright/outbox/testing'
 * const started = startProcess('there-is-no-such-file.ts', { kind: 'hold', name: 'a' })
 * await started.hasEnded.catch(() => 'failed') // 'failed'
 * ```
 */
export function startProcess(
  file: string,
  task: ProcessTask,
  {
    args = [],
    execArgv = [],
  }: { readonly args?: readonly string[]; readonly execArgv?: readonly string[] } = {},
): StartedProcess {
  const child = spawn(process.execPath, [...execArgv, file, JSON.stringify(task), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve))
  const hasEnded = exited.then(code => {
    if (code !== 0) throw new Error(`The process ended with ${code}: ${errors.slice(-2000)}`)
  })
  const holds = new Promise<void>(resolve => {
    createInterface(child.stdout).once('line', () => resolve())
  })
  const isReady = Promise.race([holds, hasEnded])
  // Whoever kills it does not ask how it ended.
  for (const promise of [hasEnded, isReady]) promise.catch(() => undefined)
  return {
    isReady,
    hasEnded,
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

export interface ProcessContext {
  /** Opens the ports as one more process does. */
  readonly open: () => Promise<Shared<ProcessPorts>>
  /** Starts a process over the same store and locks, whose file calls `runProcessTask`. */
  readonly start: (task: ProcessTask) => StartedProcess
  /** How many are at work at once. Default: 4. */
  readonly processes?: number | undefined
}

/**
 * Returns what store and lock have to keep among processes, one of which is killed, as cases for any test runner.
 *
 * @example
 * ```ts
 * import { processContract, startProcess } from '@orderwright/outbox/testing'
 * const open = async () => ({ connect: async () => ({ store, lock }), close: async () => {} })
 * const start = task => startProcess('worker.ts', task)
 * const cases = processContract({ open, start })
 * cases.map(({ name }) => name).includes('a name is held by one process at a time') // true
 * ```
 */
export function processContract({ open, start, processes = 4 }: ProcessContext): readonly ContractCase[] {
  const all = async (task: (index: number) => ProcessTask): Promise<void> => {
    const started = Array.from({ length: processes }, (_, index) => start(task(index)))
    await Promise.all(started.map(({ hasEnded }) => hasEnded))
  }
  return casesOf(open, {
    'changes by many processes each see the one before': async (shared, id) => {
      const { store } = await shared.connect()
      await all(() => ({ kind: 'count', id, times: 30 }))
      expectSame((await store.get(id))?.attempt, processes * 30, 'the count')
    },
    'a name is held by one process at a time': async (shared, id) => {
      const { store } = await shared.connect()
      await all(() => ({ kind: 'guard', id, times: 10 }))
      expectSame((await store.get(id))?.attempt, processes * 10, 'the count')
    },
    'of orders that many processes accept, each is stored once': async (shared, prefix) => {
      const { store } = await shared.connect()
      await all(index => ({ kind: 'accept', id: `${prefix} ${index}`, target: prefix, times: 15 }))
      const accepted = (await store.list({ states: ['queued'] })).filter(({ order }) =>
        order.target?.startsWith(`${prefix} `),
      )
      const targets = accepted.map(({ order }) => order.target)
      expectSame([targets.length, new Set(targets).size], [15, 15], 'the orders')
    },
    'a process that is killed releases its names, and leaves whole records': async (shared, prefix) => {
      const { store, lock } = await shared.connect()
      const holder = start({ kind: 'hold', name: prefix })
      const counter = start({ kind: 'count', id: prefix, times: 100_000 })
      await holder.isReady
      expectSame(await lock.tryRun(prefix, async () => 'in'), undefined, 'what tryRun gives')
      await Promise.all([holder.kill(), counter.kill()])
      expectSame(await lock.run(prefix, async () => 'in'), 'in', 'what the next task gives')
      const before = (await store.get(prefix))?.attempt ?? 0
      await count(store, prefix)
      expectSame((await store.get(prefix))?.attempt, before + 1, 'the count')
    },
  })
}
