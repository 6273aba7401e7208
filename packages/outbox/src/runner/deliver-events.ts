import type { EventCursors, EventLog, NamedLock, StoredEvent } from './ports.ts'

export interface Delivery {
  readonly store: EventLog & EventCursors
  readonly lock: NamedLock
  /** The name of who is told, such as `webhooks`: each has a cursor of its own. */
  readonly consumer: string
  /** Resolves once the event was taken; if it rejects, the event comes again. */
  readonly deliver: (event: StoredEvent) => Promise<unknown>
  /** How many events are delivered at most; after a crash as many may come again. Default: 100. */
  readonly limit?: number | undefined
}

/**
 * Delivers the next events to a consumer, in their order and each at least once, and resolves with how many. One process at a time delivers to one
 * consumer; another one finds nothing to do. Rejects with what `deliver` rejects with: that event is the next one.
 *
 * @example
 * ```ts
 * const store = createMemoryStore()
 * const cursors = new Map()
 * const log = { ...store, cursorOf: async name => cursors.get(name), moveCursor: async (name, cursor) => { cursors.set(name, cursor) } }
 * await deliverEvents({ store: log, lock: createMemoryLock(), consumer: 'webhooks', deliver: async event => event }) // 0
 * ```
 */
export async function deliverEvents({
  store,
  lock,
  consumer,
  deliver,
  limit = 100,
}: Delivery): Promise<number> {
  const delivered = await lock.tryRun(`outbox consumer ${consumer}`, async () => {
    const events = await store.eventsAfter(await store.cursorOf(consumer), limit)
    let last: string | undefined
    try {
      for (const event of events) {
        await deliver(event)
        last = event.cursor
      }
    } finally {
      if (last !== undefined) await store.moveCursor(consumer, last)
    }
    return events.length
  })
  return delivered ?? 0
}
