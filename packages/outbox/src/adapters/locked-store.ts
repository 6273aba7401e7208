import type { OrderRecord } from '../record/record-schema.ts'
import type { NamedLock, OrderStore } from '../runner/ports.ts'

/** A store that can read and write, and nothing else. */
export interface PlainStore extends Pick<OrderStore, 'get' | 'list'> {
  /** Resolves once the record would survive the loss of power. */
  put(record: OrderRecord): Promise<void>
}

/**
 * Makes the updates of a plain store atomic, by a lock that all who write there share; it holds no other lock
 * of the outbox's meanwhile.
 *
 * @example
 * ```ts
 * const plain = { get: async () => undefined, list: async () => [], put: async () => {} }
 * const store = createLockedStore(plain, createMemoryLock())
 * await store.update('form-1', current => ({ value: current === undefined })) // true
 * ```
 */
export function createLockedStore({ get, list, put }: PlainStore, lock: NamedLock): OrderStore {
  return {
    get,
    list,
    update: (id, change) =>
      lock.run(`outbox store ${id}`, async () => {
        const { store, value } = change(await get(id))
        if (store !== undefined) await put(store)
        return value
      }),
  }
}
