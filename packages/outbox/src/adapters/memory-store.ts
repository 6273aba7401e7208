import type { OrderRecord } from '../record/record-schema.ts'
import { matchesFilter, type OrderStore } from '../runner/ports.ts'

/**
 * Creates a store that forgets when its process ends: for tests, and to try things out.
 *
 * @example
 * ```ts
 * const store = createMemoryStore()
 * await store.get('form-1') // undefined
 * await store.list({ states: ['unknown'] }) // []
 * ```
 */
export function createMemoryStore(initial: readonly OrderRecord[] = []): OrderStore {
  const records = new Map(initial.map(record => [record.id, record]))
  return {
    get: async id => records.get(id),
    list: async filter => [...records.values()].filter(record => matchesFilter(record, filter)),
    update: async (id, change) => {
      const { store, value } = change(records.get(id))
      if (store !== undefined) records.set(id, store)
      return value
    },
  }
}
