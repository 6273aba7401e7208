import type { NamedLock } from '../runner/ports.ts'

/** What is used of `navigator.locks`. */
export interface WebLocks {
  request<T>(
    name: string,
    options: { readonly ifAvailable?: boolean },
    task: (lock: object | null) => T,
  ): Promise<Awaited<T>>
}

/**
 * Creates locks from those of a browser, shared by all windows and workers of one origin: pass `navigator.locks`. They are released
 * when a context ends, however it ends.
 *
 * @example
 * ```ts
 * const lock = createWebLock(navigator.locks)
 * await lock.run('account a', () => lock.tryRun('account a', async () => 'never')) // undefined
 * ```
 */
export function createWebLock(locks: WebLocks): NamedLock {
  return {
    run: (name, task) => locks.request(name, {}, task),
    tryRun: (name, task) =>
      locks.request(name, { ifAvailable: true }, async lock => (lock === null ? undefined : await task())),
  }
}
