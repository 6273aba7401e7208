import type { Outcome } from '@orderwright/client'
import type { PreparedOrder } from '@orderwright/core'
import {
  createLockedStore,
  createOutbox,
  type NamedLock,
  type OrderRecord,
  type Outbox,
  type OutboxPorts,
  type Sender,
  transition,
} from '../index.ts'
import type { MakeOutbox } from './stage.ts'

/** Outboxes that are wrong in the ways in which such programs usually are, and what is seen of it. */
export const faultyOutboxes: readonly (readonly [what: string, make: MakeOutbox, seen: RegExp])[] = [
  [
    'sends again what got no answer',
    ports =>
      createOutbox(
        withAdd(ports, async (add, order) => {
          const outcome = await add(order)
          return outcome.kind === 'unknown' ? await add(order) : outcome
        }),
      ),
    /was sent twice|shown as order/,
  ],
  [
    'sends again, at its start, what was being sent',
    ports => ({ ...createOutbox(ports), recover: () => resendAll(ports) }),
    /was sent twice/,
  ],
  [
    'takes no answer for a rejection',
    ports =>
      createOutbox(
        withAdd(ports, async (add, order) => {
          const outcome = await add(order)
          return outcome.kind === 'unknown' ? { kind: 'rejected', messages: [], httpStatus: 500 } : outcome
        }),
      ),
    /was taken and is shown as rejected/,
  ],
  [
    'believes at once that an order which is not listed was not placed',
    ports => createOutbox({ ...ports, settleMs: 0 }),
    /was taken and is shown as not_placed/,
  ],
  [
    'sends before it has stored that it does',
    ports => createOutbox(withLazySending(ports)),
    /was taken and is shown as/,
  ],
  [
    'lets two windows in at once',
    ports => createOutbox(withOpenLock(ports)),
    /was sent while|was taken and is shown as/,
  ],
  [
    'takes what it has read of a listing for all of it',
    ports => createOutbox(withOrders(ports, orders => newestOf(orders, ports.listingMaxOrders))),
    /was taken and is shown as not_placed/,
  ],
  [
    'answers for another order with the one that has its id',
    ports => {
      const outbox = createOutbox(ports)
      const confirm: Outbox['confirm'] = async (draft, check) => {
        const { order = draft.order } = (await ports.store.get(draft.id)) ?? {}
        return await outbox.confirm({ ...draft, order }, check)
      }
      return { ...outbox, confirm }
    },
    /another order under the id/,
  ],
  [
    'takes no answer for a busy upstream',
    ports =>
      createOutbox(
        withAdd(ports, async (add, order) => {
          const outcome = await add(order)
          return outcome.kind === 'unknown' ? { kind: 'rejected', messages: [], httpStatus: 429 } : outcome
        }),
      ),
    /was sent twice|was taken and is shown as/,
  ],
  [
    'counts what was never placed',
    ports => createOutbox({ ...ports, store: withoutCounting(ports.store) }),
    /^counted /,
  ],
]

/** Returns a store whose changes of a record leave its counters as they were. */
function withoutCounting(store: OutboxPorts['store']): OutboxPorts['store'] {
  return {
    ...store,
    update: (id, change) => store.update(id, current => ({ ...change(current), counters: [] })),
  }
}

/** Returns ports with a lock that holds nobody off, and a store whose steps rest on it. */
function withOpenLock(ports: OutboxPorts): OutboxPorts {
  const lock: NamedLock = { run: (_, task) => task(), tryRun: (_, task) => task() }
  const { get, list, update } = ports.store
  const put = (record: OrderRecord): Promise<void> =>
    update(record.id, () => ({ store: record, value: undefined }))
  return { ...ports, lock, store: createLockedStore({ get, list, put }, lock) }
}

type Add = Sender['add']

function withAdd(
  ports: OutboxPorts,
  replace: (add: Add, order: PreparedOrder) => Promise<Outcome>,
): OutboxPorts {
  return {
    ...ports,
    senderFor: async accountId => {
      const sender = await ports.senderFor(accountId)
      return { ...sender, add: order => replace(sender.add, order) }
    },
  }
}

type Orders = ReturnType<Sender['orders']>

function withOrders(ports: OutboxPorts, change: (orders: Orders) => Orders): OutboxPorts {
  return {
    ...ports,
    senderFor: async accountId => {
      const sender = await ports.senderFor(accountId)
      return { ...sender, orders: () => change(sender.orders()) }
    },
  }
}

async function* newestOf(orders: Orders, most = 0): Orders {
  let read = 0
  for await (const order of orders) {
    if (read === most) return
    read += 1
    yield order
  }
}

async function resendAll({ store, clock, senderFor }: OutboxPorts): Promise<readonly OrderRecord[]> {
  for (const { id, accountId, order } of await store.list({ states: ['submitting'] })) {
    const outcome = await (await senderFor(accountId)).add(order)
    await store.update(id, current => {
      const step = current && transition(current, { kind: 'ended', outcome }, clock.now())
      return step?.ok ? { store: step.record, value: undefined } : { value: undefined }
    })
  }
  return []
}

/** Keeps `submitting` in memory until something else is stored of the order. */
function withLazySending(ports: OutboxPorts): OutboxPorts {
  const lazy = new Map<string, OrderRecord>()
  return {
    ...ports,
    store: {
      ...ports.store,
      update: (id, change) =>
        ports.store.update(id, current => {
          const { store, value } = change(lazy.get(id) ?? current)
          if (store === undefined) return { value }
          if (store.state.name !== 'submitting') return { store, value }
          lazy.set(id, store)
          return { value }
        }),
    },
  }
}
