import { setTimeout } from 'node:timers/promises'
import { createMemoryLock, type NamedLock } from '@orderwright/outbox'

/** Locks by name that can also be taken many at a time, as a worker does that sends in batches. */
export interface BatchLock extends NamedLock {
  /** Takes those of the names that are free at once, and resolves with them. */
  takeFree(names: readonly string[]): Promise<ReadonlySet<string>>
  /** Releases names that `takeFree` has given. */
  release(names: readonly string[]): Promise<void>
  /** Releases everything, and ends what proves that this process is alive. */
  close(): Promise<void>
}

/** Names that are held in the database, by this process as a whole. */
export interface SharedNames {
  /** Resolves with those that this process holds from now on. */
  take(names: readonly string[]): Promise<ReadonlySet<string>>
  release(names: readonly string[]): Promise<void>
  close(): Promise<void>
}

const firstWaitMs = 4

const mostWaitMs = 100

/** Returns locks that are held in the database for this process, and in it by one task at a time. */
export function createBatchLock(shared: SharedNames): BatchLock {
  const own = createMemoryLock()

  /** Takes a name among the tasks of this process; resolves with what releases it, or `undefined` if it is held. */
  const takeOwn = (name: string): Promise<(() => void) | undefined> =>
    new Promise((resolve, reject) => {
      const hold = (): Promise<true> => new Promise(release => resolve(() => release(true)))
      own.tryRun(name, hold).then(held => held ?? resolve(undefined), reject)
    })

  /** What releases the names among the tasks of this process that `takeFree` has given. */
  const taken = new Map<string, () => void>()
  const letGoOf = (names: readonly string[]): void => {
    for (const name of names) {
      taken.get(name)?.()
      taken.delete(name)
    }
  }

  /** Runs a task that holds the name here, once it is held in the database too. */
  async function holding<T>(name: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task()
    } finally {
      // A name that cannot be released is released by the end of what proves that this process is alive.
      await shared.release([name]).catch(() => undefined)
    }
  }

  return {
    run: (name, task) =>
      own.run(name, async () => {
        for (let waitMs = firstWaitMs; ; waitMs = Math.min(mostWaitMs, waitMs * 2)) {
          if ((await shared.take([name])).has(name)) return await holding(name, task)
          await setTimeout(waitMs * (0.5 + Math.random()))
        }
      }),
    tryRun: (name, task) =>
      own.tryRun(name, async () =>
        (await shared.take([name])).has(name) ? await holding(name, task) : undefined,
      ),
    takeFree: async names => {
      const mine: string[] = []
      for (const name of new Set(names)) {
        const letGo = await takeOwn(name)
        if (letGo === undefined) continue
        taken.set(name, letGo)
        mine.push(name)
      }
      if (mine.length === 0) return new Set()
      try {
        const held = await shared.take(mine)
        letGoOf(mine.filter(name => !held.has(name)))
        return held
      } catch (error) {
        letGoOf(mine)
        throw error
      }
    },
    release: async names => {
      const held = names.filter(name => taken.has(name))
      try {
        if (held.length > 0) await shared.release(held)
      } finally {
        letGoOf(held)
      }
    },
    close: () => shared.close(),
  }
}
