import { signatureOf } from '../record/record.ts'
import { type OrderRecord, unresolvedStates } from '../record/record-schema.ts'
import type { Change, NamedLock, OrderStore } from '../runner/ports.ts'

/** A store that can read and write, and nothing else. */
export interface PlainStore extends Pick<OrderStore, 'get' | 'list'> {
  /** Resolves once the record would survive the loss of power. */
  put(record: OrderRecord): Promise<void>
}

/**
 * Makes the changes of a plain store atomic, by a lock that everybody who writes there shares. It keeps neither effects nor counters.
 *
 * @example
 * ```ts
 * const plain = { get: async () => undefined, list: async () => [], put: async () => {} }
 * const store = createLockedStore(plain, createMemoryLock())
 * await store.update('form-1', current => ({ value: current === undefined })) // true
 * ```
 */
export function createLockedStore({ get, list, put }: PlainStore, lock: NamedLock): OrderStore {
  async function apply<T>({ store, counters = [], value }: Change<T>): Promise<T> {
    if (counters.length > 0) {
      throw new TypeError('createLockedStore: a plain store keeps no counters, so leave limitsOf out')
    }
    if (store !== undefined) await put(store)
    return value
  }
  const update: OrderStore['update'] = (id, change) =>
    lock.run(`outbox store ${id}`, async () => await apply(change(await get(id))))
  return {
    get,
    list,
    update,
    updateMany: (ids, change) => Promise.all(ids.map(id => update(id, current => change(current, id)))),
    accept: ({ id, signature, counters }, decide) =>
      lock.run(`outbox signature ${signature}`, async () => {
        const unresolved = await list({ states: unresolvedStates, signatures: [signature] })
        const twins = unresolved.filter(record => record.id !== id && signatureOf(record) === signature)
        const counted = new Map(counters.map(name => [name, '0']))
        return await update(id, current => decide({ current, twins, counters: counted }))
      }),
  }
}
