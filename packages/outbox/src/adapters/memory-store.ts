import { addToCounter } from '../limits/counters.ts'
import { signatureOf } from '../record/record.ts'
import { type OrderRecord, unresolvedStates } from '../record/record-schema.ts'
import {
  type Change,
  type EventLog,
  listMatching,
  type OrderStore,
  type StoredEvent,
} from '../runner/ports.ts'

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
export function createMemoryStore(initial: readonly OrderRecord[] = []): OrderStore & EventLog {
  const records = new Map(initial.map(record => [record.id, record]))
  const counters = new Map<string, string>()
  const events: StoredEvent[] = []

  function apply<T>({ store: record, effects = [], counters: changes = [], value }: Change<T>): T {
    if (record === undefined) return value
    records.set(record.id, record)
    for (const { counter, by } of changes) counters.set(counter, addToCounter(counters.get(counter), by))
    for (const effect of effects) {
      if (effect.kind !== 'notify') continue
      // Of one width, so that they sort as texts do.
      const cursor = String(events.length + 1).padStart(12, '0')
      events.push({ cursor, topic: effect.topic, record })
    }
    return value
  }

  return {
    get: async id => records.get(id),
    list: async filter => listMatching(records.values(), filter),
    update: async (id, change) => apply(change(records.get(id))),
    updateMany: async (ids, change) => ids.map(id => apply(change(records.get(id), id))),
    accept: async ({ id, signature, counters: names }, decide) => {
      const twins = [...records.values()].filter(
        record =>
          record.id !== id &&
          unresolvedStates.includes(record.state.name) &&
          signatureOf(record) === signature,
      )
      const counted = new Map(names.map(name => [name, counters.get(name) ?? '0']))
      return apply(decide({ current: records.get(id), twins, counters: counted }))
    },
    eventsAfter: async (cursor = '', limit) => events.filter(event => event.cursor > cursor).slice(0, limit),
  }
}
