import {
  type Change,
  listMatching,
  type NamedLock,
  type OrderRecord,
  type OrderStore,
  signatureOf,
  unresolvedStates,
} from '../index.ts'
import type { Process, World } from './world.ts'

/** A store whose every call waits for the campaign, and fails where the campaign wants it. */
export function createModelStore(
  world: World,
  process: Process,
  records: Map<string, OrderRecord>,
): OrderStore {
  function apply<T>({ store, value }: Change<T>): T {
    // As a database would: what comes back is never the object that went in.
    if (store !== undefined) records.set(store.id, structuredClone(store))
    return value
  }
  return {
    get: id => world.call(process, { effect: () => records.get(id), canFail: true }),
    list: filter =>
      world.call(process, {
        effect: () => listMatching(records.values(), filter),
        canFail: true,
      }),
    update: (id, change) =>
      world.call(process, {
        effect: () => apply(change(records.get(id))),
        canFail: true,
      }),
    updateMany: (ids, change) =>
      world.call(process, {
        effect: () => ids.map(id => apply(change(records.get(id), id))),
        canFail: true,
      }),
    accept: ({ id, signature }, decide) =>
      world.call(process, {
        effect: () => {
          const twins = [...records.values()].filter(
            record =>
              record.id !== id &&
              unresolvedStates.includes(record.state.name) &&
              signatureOf(record) === signature,
          )
          return apply(decide({ current: records.get(id), twins, counters: new Map() }))
        },
        canFail: true,
      }),
  }
}

/** Locks that a process loses when it dies; who waits longest is not always served first. */
export function createModelLock(world: World, process: Process): NamedLock {
  const { locks } = world
  const hold = async <T>(name: string, task: () => Promise<T>): Promise<T> => {
    try {
      return await task()
    } finally {
      // One that died lost it before, and somebody else may hold it now.
      if (locks.get(name) === process && process.isAlive) locks.delete(name)
    }
  }
  return {
    run: async (name, task) => {
      await world.call(process, { isReady: () => !locks.has(name), effect: () => locks.set(name, process) })
      return await hold(name, task)
    },
    tryRun: async (name, task) => {
      const isFree = await world.call(process, {
        effect: () => {
          const free = !locks.has(name)
          if (free) locks.set(name, process)
          return free
        },
      })
      return isFree ? await hold(name, task) : undefined
    },
  }
}
