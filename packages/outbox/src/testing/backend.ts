import {
  type Change,
  createMemoryLock,
  createMemoryStore,
  type NamedLock,
  type OrderRecord,
  type OrderStore,
} from '../index.ts'
import type { CallOptions, Process, World } from './world.ts'

/** The ports of one process of the campaign. */
export interface CampaignPorts {
  readonly store: OrderStore
  readonly lock: NamedLock
  /** Ends the connection as the death of the process would: its locks are released. */
  readonly kill: () => Promise<void>
}

/** Where the campaign's orders are kept, empty at first: memory, or any database. */
export interface CampaignBackend {
  /** Opens the ports of one more process. */
  connect(): Promise<CampaignPorts>
  records(): Promise<readonly OrderRecord[]>
  /** Reads a counter, if the store has any. */
  readonly counted?: ((counter: string) => Promise<string | undefined>) | undefined
  close(): Promise<void>
}

/**
 * Creates a backend whose processes have their locks in memory, over a store that is empty. Default: one in memory too.
 *
 * @example
 * ```ts
 * import { createMemoryBackend } from '@orderwright/outbox/testing'
 * const backend = createMemoryBackend()
 * const { store } = await backend.connect()
 * await backend.records() // []
 * await store.get('form-1') // undefined
 * ```
 */
export function createMemoryBackend(store: OrderStore = createMemoryStore()): CampaignBackend {
  const lock = createMemoryLock()
  return {
    connect: async () => {
      let kill = (): void => undefined
      const killed = new Promise<never>((_resolve, reject) => {
        kill = () => reject(new Error('The process is dead.'))
      })
      killed.catch(() => undefined)
      const alive =
        <T>(task: () => Promise<T>) =>
        () =>
          Promise.race([task(), killed])
      return {
        store: {
          ...store,
          update: (id, change) => store.update(id, current => copied(change(current))),
          updateMany: (ids, change) => store.updateMany(ids, (current, id) => copied(change(current, id))),
          accept: (request, decide) => store.accept(request, view => copied(decide(view))),
        },
        lock: {
          run: (name, task) => lock.run(name, alive(task)),
          tryRun: (name, task) => lock.tryRun(name, alive(task)),
        },
        kill: async () => kill(),
      }
    },
    records: () => store.list({}),
    counted: counter =>
      store.accept({ id: '', signature: '', counters: [counter] }, ({ counters }) => ({
        value: counters.get(counter),
      })),
    close: async () => undefined,
  }
}

/** Returns a change as a database takes it: what comes back is never the object that went in. */
function copied<T>(change: Change<T>): Change<T> {
  return change.store === undefined ? change : { ...change, store: structuredClone(change.store) }
}

/** Returns ports whose every call waits for the campaign, and fails if the campaign wants it to. */
export function portsInTurn(
  world: World,
  process: Process,
  ports: CampaignPorts,
): Pick<CampaignPorts, 'store' | 'lock'> {
  const { store } = ports
  const call = <T>(effect: () => Promise<T>): Promise<T> => world.call(process, { effect, canFail: true })
  return {
    store: {
      get: id => call(() => store.get(id)),
      list: filter => call(() => store.list(filter)),
      update: (id, change) => call(() => store.update(id, change)),
      updateMany: (ids, change) => call(() => store.updateMany(ids, change)),
      accept: (request, decide) => call(() => store.accept(request, decide)),
    },
    lock: lockInTurn(world, process, ports.lock),
  }
}

/** Returns locks that a process loses when it dies, and that are not always given to whoever has waited longest. */
function lockInTurn(world: World, process: Process, lock: NamedLock): NamedLock {
  const { locks } = world
  const call = <T>(options: CallOptions<T>): Promise<T> => world.call(process, options)

  /** Takes a lock that nobody has, and returns what releases it. */
  const take = async (name: string): Promise<() => void> => {
    locks.set(name, process)
    return await new Promise((resolve, reject) => {
      const held = lock.run(name, () => new Promise<void>(release => resolve(release)))
      held.catch(reject)
    })
  }
  const hold = async <T>(name: string, release: () => void, task: () => Promise<T>): Promise<T> => {
    try {
      return await task()
    } finally {
      // One that died lost it before, and somebody else may hold it now.
      if (locks.get(name) === process && process.isAlive) {
        locks.delete(name)
        release()
      }
    }
  }
  return {
    run: async (name, task) => {
      const release = await call({ isReady: () => !locks.has(name), effect: () => take(name) })
      return await hold(name, release, task)
    },
    tryRun: async (name, task) => {
      const release = await call({ effect: async () => (locks.has(name) ? undefined : await take(name)) })
      return release === undefined ? undefined : await hold(name, release, task)
    },
  }
}
