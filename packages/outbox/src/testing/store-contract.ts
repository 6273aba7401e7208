// Over 200 lines, because it is one list: everything that the outbox rests on in a store, each with the run that shows it.
import {
  addToCounter,
  type Change,
  type EventLog,
  matchesFilter,
  type OrderFilter,
  type OrderRecord,
  type OrderState,
  type OrderStore,
  signatureOf,
} from '../index.ts'
import {
  type ContractCase,
  casesOf,
  connections,
  expectSame,
  openState,
  recordOf,
  type Shared,
} from './contract.ts'
import { expectTo } from './violation.ts'

/** A store as its contract sees it; a store without events lacks `eventsAfter`. */
export type TestedStore = OrderStore & Partial<EventLog>

/** So many connections, and so many calls at once. */
const width = 4
const many = 20

/**
 * Returns the contract of a store as cases for any test runner: what is kept, what is atomic, what is listed. `connect` opens one more
 * connection to the same database, as another process would.
 *
 * @example
 * ```ts
 * import { storeContract } from '@orderwright/outbox/testing'
 * const store = createMemoryStore()
 * for (const { run } of storeContract(async () => ({ connect: async () => store, close: async () => {} }))) await run()
 * typeof (await store.get('nothing')) // 'undefined'
 * ```
 */
export function storeContract(open: () => Promise<Shared<TestedStore>>): readonly ContractCase[] {
  return casesOf(open, {
    'a record comes back as it was stored, on every connection': async (shared, prefix) => {
      const [one, other] = await connections(shared, 2)
      const target = `"'\\%_{}[]\n\t\u2028\u{1F600} ñ ${'x'.repeat(20_000)}`
      const record = recordOf(prefix, target, {
        meta: { customer: '7', constructor: 'x' },
        dueAt: 5,
        expiresAt: 1_800_000_000_001,
        state: openState(prefix),
      })
      await put(one, record)
      expectSame(await other?.get(prefix), record, 'the record')
      const [listed] = (await other?.list({ ids: [prefix] })) ?? []
      expectSame(listed, record, 'the listed record')
    },
    'there is no record before one is stored': async (shared, prefix) => {
      const store = await shared.connect()
      expectSame(await store.get(prefix), undefined, 'the record')
      await store.update(prefix, current => ({ value: expectSame(current, undefined, 'the current record') }))
      expectSame(await store.list({ ids: [prefix] }), [], 'the list')
    },
    'a change that throws, or stores nothing, leaves everything': async (shared, prefix) => {
      const store = await shared.connect()
      const record = recordOf(prefix, prefix)
      await put(store, record)
      expectSame(await store.update(prefix, current => ({ value: current?.attempt })), 1, 'the value')
      const failing = store.update(prefix, () => {
        throw new Error('the change failed')
      })
      expectSame(await failing.catch(String), 'Error: the change failed', 'what it rejects with')
      expectSame(await store.get(prefix), record, 'the record')
    },
    'changes of one record at once each see the one before': async (shared, prefix) => {
      const stores = await connections(shared, width)
      await put(stores[0], recordOf(prefix, prefix, { attempt: 0 }))
      const values = await Promise.all(
        Array.from({ length: many }, (_, index) => stores[index % width]?.update(prefix, increment)),
      )
      expectSame(values.toSorted(byNumber), numbers(1, many), 'the values')
      expectSame((await stores[0]?.get(prefix))?.attempt, many, 'the count')
    },
    'changes of many records have their values in the order of the ids': async (shared, prefix) => {
      const store = await shared.connect()
      const ids = numbers(1, 5).map(index => `${prefix} ${index}`)
      await put(store, recordOf(`${prefix} 3`, prefix, { attempt: 7 }))
      const values = await store.updateMany(ids, (current, id) => ({
        ...(id.endsWith('5') ? {} : { store: { ...(current ?? recordOf(id, id)), canListOrders: false } }),
        value: `${id} ${current?.attempt}`,
      }))
      const expected = ids.map(id => `${id} ${id.endsWith('3') ? 7 : undefined}`)
      expectSame(values, expected, 'the values')
      const stored = await store.list({ ids })
      expectSame(
        stored.map(({ canListOrders }) => canListOrders),
        [false, false, false, false],
        'what was stored',
      )
      expectSame(await store.updateMany([], () => ({ value: 1 })), [], 'the values of none')
    },
    'changes of the same records at once, in whatever order, end and count': async (shared, prefix) => {
      const stores = await connections(shared, width)
      const ids = numbers(1, 8).map(index => `${prefix} ${index}`)
      for (const id of ids) await put(stores[0], recordOf(id, id, { attempt: 0 }))
      await Promise.all([
        ...numbers(1, 6).map(index =>
          stores[index % width]?.updateMany(index % 2 === 0 ? ids : ids.toReversed(), increment),
        ),
        ...ids.map((id, index) => stores[index % width]?.update(id, increment)),
      ])
      const stored = (await stores[0]?.list({ ids })) ?? []
      expectSame(
        stored.map(({ attempt }) => attempt),
        ids.map(() => 7),
        'the counts',
      )
    },
    'a list gives what fits every condition': async (shared, prefix) => {
      const store = await shared.connect()
      const records = sampleRecords(prefix)
      for (const record of records) await put(store, record)
      const own = { ids: records.map(({ id }) => id) }
      for (const filter of sampleFilters(prefix)) {
        const listed = await store.list({ ...own, ...filter })
        const fitting = records.filter(record => matchesFilter(record, { ...own, ...filter }))
        expectSame(
          listed.map(idOf).toSorted(),
          fitting.map(idOf).toSorted(),
          `the list by ${JSON.stringify(filter)}`,
        )
      }
    },
    'a list of thousands of numbers is no problem': async (shared, prefix) => {
      const store = await shared.connect()
      await put(store, recordOf(prefix, prefix, { accountId: prefix, state: openState('4999') }))
      const listed = await store.list({ accountIds: [prefix], orderIds: numbers(0, 5000).map(String) })
      expectSame(listed.map(idOf), [prefix], 'the list')
    },
    'pages give everything once, in the same order each time': async (shared, prefix) => {
      const store = await shared.connect()
      const ids = numbers(1, 25).map(index => `${prefix} ${(index * 7) % 25}`)
      await store.updateMany(ids, (_, id) => ({ store: recordOf(id, id, { accountId: prefix }), value: id }))
      const read = async (): Promise<readonly string[]> => {
        const seen: string[] = []
        for (let after: string | undefined; ; after = seen.at(-1)) {
          const page = await store.list({
            accountIds: [prefix],
            states: ['queued'],
            limit: 10,
            ...(after === undefined ? {} : { after }),
          })
          for (const { id } of page) seen.push(id)
          if (page.length < 10) return seen
        }
      }
      const first = await read()
      expectSame(first.toSorted(), ids.toSorted(), 'what the pages give')
      expectSame(await read(), first, 'the second reading')
    },
    'what is due is listed by its time, and nothing else': async (shared, prefix) => {
      const store = await shared.connect()
      const due = [30, 10, undefined, 20, 40]
      for (const [index, dueAt] of due.entries()) {
        const id = `${prefix} ${index}`
        await put(store, recordOf(id, id, { accountId: prefix, ...(dueAt === undefined ? {} : { dueAt }) }))
      }
      const dueAts = async (filter: OrderFilter): Promise<readonly (number | undefined)[]> =>
        (await store.list({ accountIds: [prefix], ...filter })).map(({ dueAt }) => dueAt)
      expectSame(await dueAts({ dueBefore: 30 }), [10, 20, 30], 'what is due')
      expectSame(await dueAts({ dueBefore: 30, limit: 2 }), [10, 20], 'what is due first')
      await store.update(`${prefix} 1`, current => ({
        ...(current === undefined ? {} : { store: { ...current, dueAt: undefined } }),
        value: undefined,
      }))
      expectSame(await dueAts({ dueBefore: 30 }), [20, 30], 'what is due still')
    },
    'an acceptance sees the record of its id, and unresolved ones of its signature': async (
      shared,
      prefix,
    ) => {
      const store = await shared.connect()
      const stored: readonly (readonly [string, string, OrderState])[] = [
        ['queued', prefix, { name: 'queued' }],
        ['submitting', prefix, { name: 'submitting' }],
        ['rejected', prefix, { name: 'rejected', messages: [], httpStatus: 200 }],
        ['open', prefix, openState(prefix)],
        ['other', `${prefix} other`, { name: 'queued' }],
      ]
      for (const [name, target, state] of stored) {
        await put(store, recordOf(`${prefix} ${name}`, target, { state }))
      }
      const seen = await store.accept(
        {
          id: `${prefix} queued`,
          signature: signatureOf(recordOf('', prefix)),
          counters: [`${prefix} count`],
        },
        ({ current, twins, counters }) => ({
          value: { current: current?.id, twins: twins.map(idOf), count: counters.get(`${prefix} count`) },
        }),
      )
      expectSame(
        seen,
        { current: `${prefix} queued`, twins: [`${prefix} submitting`], count: '0' },
        'what it sees',
      )
    },
    'of acceptances of one order at once, one is stored': async (shared, prefix) => {
      const stores = await connections(shared, width)
      const accepted = await Promise.all(
        numbers(1, many).map(index =>
          acceptAlone(stores[index % width], recordOf(`${prefix} ${index}`, prefix)),
        ),
      )
      expectSame(accepted.filter(Boolean), [true], 'the acceptances')
    },
    'of acceptances of one id at once, one is stored': async (shared, prefix) => {
      const stores = await connections(shared, width)
      const accepted = await Promise.all(
        numbers(1, many).map(index =>
          acceptAlone(stores[index % width], recordOf(prefix, `${prefix} ${index}`)),
        ),
      )
      expectSame(accepted.filter(Boolean), [true], 'the acceptances')
    },
    'acceptances of different orders at once are all stored': async (shared, prefix) => {
      const stores = await connections(shared, width)
      const accepted = await Promise.all(
        numbers(1, many).map(index =>
          acceptAlone(stores[index % width], recordOf(`${prefix} ${index}`, `${prefix} ${index}`)),
        ),
      )
      expectSame(accepted.filter(Boolean).length, many, 'the acceptances')
    },
    'a counter never comes to more than its limit, however many count at once': async (shared, prefix) => {
      const stores = await connections(shared, width)
      const accepted = await Promise.all(
        numbers(1, many).map(index => acceptCounted(stores[index % width], prefix, index)),
      )
      expectSame(accepted.filter(Boolean).length, 5, 'the acceptances')
      expectSame(await counterOf(stores[0], `${prefix} count`), '5', 'the counter')
    },
    'counters add decimals exactly, together with the record': async (shared, prefix) => {
      const store = await shared.connect()
      const counter = `${prefix} count`
      const change = (by: string): Promise<undefined> =>
        store.update(prefix, () => ({
          store: recordOf(prefix, prefix),
          counters: [{ counter, by }],
          value: undefined,
        }))
      for (const by of ['0.1', '0.2', '123456789012345678.000000000000001', '-0.3']) await change(by)
      const failing = store.update<undefined>(prefix, () => {
        throw new Error('the change failed')
      })
      await failing.catch(() => undefined)
      expectSame(await counterOf(store, counter), '123456789012345678.000000000000001', 'the counter')
    },
    'events are kept in order, once, with the change that made them': async (shared, prefix) => {
      const store = await shared.connect()
      if (store.eventsAfter === undefined) return
      const before = await lastCursor(store)
      const tell = (id: string): Promise<undefined> =>
        store.update(id, () => ({
          store: recordOf(id, id),
          effects: [
            { kind: 'send' },
            { kind: 'notify', topic: 'placed' },
            { kind: 'notify', topic: 'completed' },
          ],
          value: undefined,
        }))
      await tell(`${prefix} 1`)
      await tell(`${prefix} 2`)
      const events = (await store.eventsAfter(before, 100)).filter(({ record }) =>
        record.id.startsWith(prefix),
      )
      expectSame(
        events.map(({ topic, record }) => `${record.id} ${topic}`),
        [`${prefix} 1 placed`, `${prefix} 1 completed`, `${prefix} 2 placed`, `${prefix} 2 completed`],
        'the events',
      )
      const rest = await store.eventsAfter(events[0]?.cursor, 1)
      expectSame(
        rest.map(({ cursor }) => cursor),
        [events[1]?.cursor],
        'the next event',
      )
    },
  })
}

function put(store: TestedStore | undefined, record: OrderRecord): Promise<void> | undefined {
  return store?.update<void>(record.id, () => ({ store: record, value: undefined }))
}

function increment(current: OrderRecord | undefined): Change<number> {
  if (current === undefined) return { value: 0 }
  const store = { ...current, attempt: current.attempt + 1 }
  return { store, value: store.attempt }
}

/** Stores a record unless there is one already that it would double. */
export async function acceptAlone(store: TestedStore | undefined, record: OrderRecord): Promise<boolean> {
  const request = { id: record.id, signature: signatureOf(record), counters: [] }
  return (
    (await store?.accept(request, ({ current, twins }) =>
      current === undefined && twins.length === 0 ? { store: record, value: true } : { value: false },
    )) === true
  )
}

/** Stores a record if its counter is at most 5 then. */
async function acceptCounted(
  store: TestedStore | undefined,
  prefix: string,
  index: number,
): Promise<boolean> {
  const counter = `${prefix} count`
  const record = recordOf(`${prefix} ${index}`, `${prefix} ${index}`)
  const request = { id: record.id, signature: signatureOf(record), counters: [counter] }
  const accepted = await store?.accept(request, ({ counters }) =>
    Number(counters.get(counter)) < 5
      ? { store: record, counters: [{ counter, by: '1', atMost: '5' }], value: true }
      : { value: false },
  )
  return accepted === true
}

async function counterOf(store: TestedStore | undefined, counter: string): Promise<string | undefined> {
  const request = { id: 'nothing', signature: 'nothing', counters: [counter] }
  const amount = await store?.accept(request, ({ counters }) => ({ value: counters.get(counter) }))
  return amount === undefined ? undefined : addToCounter(amount, '0')
}

async function lastCursor({ eventsAfter }: TestedStore): Promise<string | undefined> {
  let cursor: string | undefined
  while (true) {
    const page = (await eventsAfter?.(cursor, 1000)) ?? []
    const last = page.at(-1)
    if (last === undefined) return cursor
    expectTo(last.cursor !== cursor, `the event after ${cursor} is that event`)
    cursor = last.cursor
  }
}

function sampleRecords(prefix: string): readonly OrderRecord[] {
  return numbers(0, 12).map(index =>
    recordOf(`${prefix} ${index}`, `${prefix} ${index % 4}`, {
      accountId: `${prefix} ${index % 3}`,
      state: index % 2 === 0 ? { name: 'queued' } : openState(String(index)),
      ...(index % 3 === 0 ? { dueAt: index * 10 } : {}),
    }),
  )
}

function sampleFilters(prefix: string): readonly OrderFilter[] {
  const signatures = [signatureOf(recordOf('', `${prefix} 1`))]
  return [
    {},
    { accountIds: [`${prefix} 1`] },
    { accountIds: [`${prefix} 1`, `${prefix} 2`] },
    { accountIds: [] },
    { states: ['queued'] },
    { states: ['open', 'closed'] },
    { states: [] },
    { orderIds: ['3', '5', '999'] },
    { orderIds: [] },
    { accountIds: [`${prefix} 0`], orderIds: ['3', '5'] },
    { signatures },
    { signatures, states: ['queued'] },
    { signatures: [] },
    { dueBefore: 60 },
    { dueBefore: 60, states: ['open'] },
    { ids: [`${prefix} 1`, 'nothing'] },
  ]
}

function idOf({ id }: OrderRecord): string {
  return id
}

/** Returns so many whole numbers from `from` on. */
function numbers(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}

function byNumber(one: number | undefined, other: number | undefined): number {
  return (one ?? 0) - (other ?? 0)
}
