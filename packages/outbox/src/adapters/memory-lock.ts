import type { NamedLock } from '../runner/ports.ts'

/**
 * Creates locks among the callers of one process, granted in the order in which they were asked for.
 *
 * @example
 * ```ts
 * const lock = createMemoryLock()
 * await lock.run('account a', () => lock.tryRun('account a', async () => 'never')) // undefined
 * await lock.tryRun('account a', async () => 'free') // 'free'
 * ```
 */
export function createMemoryLock(): NamedLock {
  /** Who waits for each name that is held. */
  const queues = new Map<string, (() => void)[]>()
  const run: NamedLock['run'] = async (name, task) => {
    const queue = queues.get(name)
    if (queue === undefined) queues.set(name, [])
    else await new Promise<void>(resolve => queue.push(resolve))
    try {
      return await task()
    } finally {
      const next = queues.get(name)?.shift()
      if (next === undefined) queues.delete(name)
      else next()
    }
  }
  return {
    run,
    tryRun: async (name, task) => (queues.has(name) ? undefined : await run(name, task)),
  }
}
