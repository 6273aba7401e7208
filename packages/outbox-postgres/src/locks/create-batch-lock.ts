import { setTimeout } from 'node:timers/promises'
import { createMemoryLock, type NamedLock } from '@orderwright/outbox'

/** Locks by name that can also be taken many at a time, as a worker does that sends in batches. */
export interface BatchLock extends NamedLock {
  /** Takes those of the names that are free at once, and resolves with them and what releases them, all or some. */
  takeFree(names: readonly string[]): Promise<HeldNames>
  /** Releases everything, and ends what proves that this process is alive. */
  close(): Promise<void>
}

export interface HeldNames {
  readonly names: readonly string[]
  release(names: readonly string[]): Promise<void>
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
      const releases = new Map<string, () => void>()
      for (const name of new Set(names)) {
        const release = await takeOwn(name)
        if (release !== undefined) releases.set(name, release)
      }
      const letGo = (some: Iterable<string>): void => {
        for (const name of some) {
          releases.get(name)?.()
          releases.delete(name)
        }
      }
      try {
        const taken = releases.size === 0 ? new Set<string>() : await shared.take([...releases.keys()])
        letGo([...releases.keys()].filter(name => !taken.has(name)))
        return {
          names: [...taken],
          release: async some => {
            const held = some.filter(name => releases.has(name))
            if (held.length === 0) return
            try {
              await shared.release(held)
            } finally {
              letGo(held)
            }
          },
        }
      } catch (error) {
        letGo([...releases.keys()])
        throw error
      }
    },
    close: () => shared.close(),
  }
}
