import { describe, expect, test } from 'vitest'
import { sampleOrder, sampleRecord, sampleStates, start } from '../../test/samples.ts'
import { acceptedOutcome, type Script, scriptedSender, unknownOutcome } from '../../test/scripted-sender.ts'
import { createMemoryLock } from '../adapters/memory-lock.ts'
import { createMemoryPaces } from '../adapters/memory-paces.ts'
import { createMemoryStore } from '../adapters/memory-store.ts'
import { counterLimits } from '../limits/counters.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { createOutbox } from './create-outbox.ts'
import { orderLock } from './pool.ts'
import type { OrderStore, OutboxPorts, Pace } from './ports.ts'

const draft = sampleRecord(sampleStates.draft)
const dayMs = 86_400_000

/** Drafts of orders that are all different. */
function drafts(count: number, change: Partial<OrderRecord> = {}): readonly OrderRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    ...draft,
    id: `form-${index}`,
    order: { ...sampleOrder, target: `https://example.com/${index}` },
    ...change,
  }))
}

function open(script: Script = {}, initial: readonly OrderRecord[] = [], ports: Partial<OutboxPorts> = {}) {
  const sender = scriptedSender(script)
  const store = createMemoryStore(initial)
  const lock = createMemoryLock()
  const clock = { at: start, now: () => clock.at }
  const given: OutboxPorts = { store, lock, clock, senderFor: async () => sender, ...ports }
  const stateOf = async (id: string) => (await store.get(id))?.state.name
  return { outbox: createOutbox(given), other: createOutbox(given), sender, store, lock, clock, stateOf }
}

/** Paces whose waits the test ends, by moving the clock to what was waited for. */
function paced(pace: Pace) {
  const clock = { at: start, now: () => clock.at }
  const waits: number[] = []
  const pacing = {
    paceOf: async () => pace,
    store: createMemoryPaces(),
    wait: async (ms: number) => {
      waits.push(ms)
      clock.at = Math.max(clock.at, clock.at + ms)
    },
  }
  return { ports: { clock, pacing }, waits, clock, pacing }
}

/** Counts how many requests are on their way at once. */
function countAtOnce(sender: ReturnType<typeof scriptedSender>) {
  const { add } = sender
  const count = { now: 0, most: 0 }
  sender.add = async order => {
    count.now += 1
    count.most = Math.max(count.most, count.now)
    await new Promise(resolve => setImmediate(resolve))
    count.now -= 1
    return await add(order)
  }
  return count
}

describe('an accepted order', () => {
  test('is stored, and sent once by whoever sends it, however often', async () => {
    const { outbox, other, sender, stateOf } = open()
    expect(await outbox.accept(draft)).toMatchObject({
      kind: 'recorded',
      record: { state: { name: 'queued' }, expiresAt: start + dayMs },
    })
    expect([await stateOf('one'), sender.sent.length]).toEqual(['queued', 0])
    const sent = await Promise.all([outbox.send('one'), other.send('one'), outbox.send('one')])
    expect(sent.map(result => result.ok && result.record.state.name)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
    expect(sender.sent).toHaveLength(1)
  })

  test('in a transaction of the caller’s is not told of before it is committed', async () => {
    const changes: unknown[] = []
    const store: OrderStore<object> = createMemoryStore()
    const outbox = createOutbox<object>({
      store,
      lock: createMemoryLock(),
      clock: { now: () => start },
      senderFor: async () => scriptedSender(),
      onChange: change => changes.push(change),
    })
    await outbox.accept(draft, undefined, {})
    await new Promise(resolve => setImmediate(resolve))
    expect(changes).toEqual([])
    await outbox.accept({ ...draft, id: 'two', order: { ...sampleOrder, serviceId: '4' } })
    await new Promise(resolve => setImmediate(resolve))
    expect(changes).toHaveLength(1)
  })

  test('is one order, however often it is accepted, and sent already or not', async () => {
    const { outbox, sender } = open()
    await outbox.accept(draft)
    expect(await outbox.accept({ ...draft, confirmed: { ...draft.confirmed, total: '9' } })).toMatchObject({
      record: { state: { name: 'queued' }, confirmed: { total: '2.5' } },
    })
    await outbox.send('one')
    expect(await outbox.accept(draft)).toMatchObject({ record: { state: { name: 'accepted' } } })
    expect(sender.sent).toHaveLength(1)
  })

  test('outlives its process until it expires, and is not sent then', async () => {
    const { outbox, sender, clock, stateOf } = open({}, [], { acceptedForMs: 1000 })
    await outbox.accept(draft)
    clock.at = start + 999
    expect(await outbox.recover()).toEqual([])
    clock.at = start + 1000
    const expired = { state: { name: 'not_sent', reason: { code: 'expired' } } }
    expect(await outbox.send('one')).toMatchObject({ record: expired })
    expect([await stateOf('one'), sender.sent.length]).toEqual(['not_sent', 0])
  })

  test('that expired is settled by recover, whose name is that of no sender', async () => {
    const { outbox, clock } = open({}, [], { acceptedForMs: 1000 })
    await outbox.accept(draft)
    clock.at = start + 1000
    expect(await outbox.recover()).toMatchObject([{ id: 'one', state: { reason: { code: 'expired' } } }])
  })

  test('of another customer under the same id is refused', async () => {
    const { outbox } = open()
    await outbox.accept({ ...draft, meta: { customer: '7' } })
    expect(await outbox.accept({ ...draft, meta: { customer: '8' } })).toEqual({
      kind: 'rejected',
      rejection: { code: 'id_taken', recordId: 'one' },
    })
  })

  test('holds up the same order of another form until it is known', async () => {
    const { outbox } = open({ outcomes: [unknownOutcome] })
    await outbox.accept(draft)
    const rejection = { code: 'unresolved', recordId: 'one' }
    const twin = { ...draft, id: 'twin' }
    expect(await outbox.accept(twin)).toEqual({ kind: 'rejected', rejection })
    await outbox.send('one')
    expect(await outbox.accept(twin)).toEqual({ kind: 'rejected', rejection })
  })

  test('of a sender that died becomes unknown when it is sent again', async () => {
    const dead = sampleRecord(sampleStates.submitting, { expiresAt: start + dayMs })
    const { outbox, sender } = open({}, [dead])
    expect(await outbox.send('one')).toMatchObject({ record: { state: { name: 'unknown' } } })
    expect(sender.sent).toEqual([])
  })

  test('that nobody has stored cannot be sent', async () => {
    const rejection = { code: 'no_such_record', recordId: 'one' }
    expect(await open().outbox.send('one')).toEqual({ ok: false, rejection })
  })

  test.each([
    ['NUL', 'a\0b'],
    ['half of a surrogate pair', 'a\uD800b'],
  ])('with %s in a text is refused before anything is stored', async (_, target) => {
    const { outbox, store } = open()
    const rejection = { code: 'unstorable', path: 'order.target' }
    const asked = { ...draft, order: { ...sampleOrder, target } }
    expect(await outbox.accept(asked)).toEqual({ kind: 'rejected', rejection })
    expect(await outbox.confirm(asked)).toEqual({ kind: 'rejected', rejection })
    expect(await store.list({})).toEqual([])
  })

  test('is recorded with what its upstream said, as every database can store it', async () => {
    const outcome = {
      kind: 'rejected',
      messages: [{ id: undefined, text: 'N\0o' }],
      httpStatus: 200,
    } as const
    const { outbox } = open({ outcomes: [outcome] })
    expect(await outbox.confirm(draft)).toMatchObject({
      record: { state: { messages: [{ text: 'N\uFFFDo' }] } },
    })
  })
})

describe('the sends of an account', () => {
  test('are as many at once as its pace allows, in all outboxes that share its locks', async () => {
    const { ports } = paced({ concurrency: 3 })
    const { outbox, other, sender } = open({}, [], ports)
    const count = countAtOnce(sender)
    const all = drafts(20)
    await Promise.all(all.map((one, index) => (index % 2 === 0 ? outbox : other).confirm(one)))
    expect([sender.sent.length, count.most]).toEqual([20, 3])
  })

  test('of two accounts do not wait for each other', async () => {
    const { outbox, sender } = open()
    const count = countAtOnce(sender)
    const [one, two] = drafts(2)
    if (one === undefined || two === undefined) throw new Error('there are two')
    await Promise.all([outbox.confirm(one), outbox.confirm({ ...two, accountId: 'b' })])
    expect(count.most).toBe(2)
  })

  test('of two accounts with one key share its pace', async () => {
    const { ports } = paced({ key: 'k' })
    const { outbox, sender } = open({}, [], ports)
    const count = countAtOnce(sender)
    const [one, two] = drafts(2)
    if (one === undefined || two === undefined) throw new Error('there are two')
    await Promise.all([outbox.confirm(one), outbox.confirm({ ...two, accountId: 'b' })])
    expect(count.most).toBe(1)
  })

  test('are no more in a minute than its pace allows', async () => {
    const { ports, waits, clock } = paced({ perMinute: 4 })
    const { outbox } = open({}, [], ports)
    for (const one of drafts(3)) await outbox.confirm(one)
    expect(waits).toEqual([15_000, 15_000])
    expect(clock.at).toBe(start + 30_000)
  })

  test('need a concurrency that lets one through', async () => {
    const { ports } = paced({ concurrency: 0 })
    await expect(open({}, [], ports).outbox.confirm(draft)).rejects.toThrow(RangeError)
  })
})

describe('an upstream that asks to be left alone', () => {
  const busy = { kind: 'rejected', messages: [], httpStatus: 429, retryAfterMs: 30_000 } as const

  test('gets an accepted order later: the first answer says that it took nothing', async () => {
    const { ports, waits } = paced({})
    const { outbox, sender, store } = open({ outcomes: [busy, acceptedOutcome] }, [], ports)
    await outbox.accept(draft)
    expect(await outbox.send('one')).toMatchObject({ ok: true, record: { state: { name: 'queued' } } })
    expect((await store.get('one'))?.sentAt).toBeUndefined()
    expect(await outbox.send('one')).toMatchObject({
      record: { state: { name: 'accepted' }, sentAt: start + 30_000 },
    })
    expect([sender.sent.length, waits]).toEqual([2, [30_000]])
  })

  test('is not waited for longer than a job can be held: the order stays queued', async () => {
    const { ports, waits, clock } = paced({})
    const { outbox, sender } = open({ outcomes: [{ ...busy, retryAfterMs: 30_001 }] }, [], ports)
    await outbox.accept(draft)
    await outbox.send('one')
    expect(await outbox.send('one')).toMatchObject({ record: { state: { name: 'queued' } } })
    // Nobody would send later what a person has waited for.
    const other = { ...draft, id: 'two', order: { ...sampleOrder, serviceId: '4' } }
    expect(await outbox.confirm(other)).toMatchObject({ record: { state: { name: 'not_sent' } } })
    expect([sender.sent.length, waits]).toEqual([1, []])
    clock.at = start + 30_001
    expect(await outbox.send('one')).toMatchObject({ record: { state: { name: 'accepted' } } })
  })

  test('rejects an order that a person waits for', async () => {
    const { outbox } = open({ outcomes: [busy] })
    expect(await outbox.confirm(draft)).toMatchObject({ record: { state: { name: 'rejected' } } })
  })
})

describe('limits by counters', () => {
  const limited = (perDay: string): Partial<OutboxPorts> => ({
    limitsOf: async record =>
      counterLimits(record, { day: '2026-11-22', account: { perDay }, customer: { perDay } }),
  })

  test('let no more orders through at once than fit', async () => {
    const { outbox } = open({}, [], limited('7.5'))
    const results = await Promise.all(drafts(5).map(one => outbox.accept(one)))
    expect(results.map(({ kind }) => kind)).toEqual([
      'recorded',
      'recorded',
      'recorded',
      'rejected',
      'rejected',
    ])
    expect(results[3]).toMatchObject({
      rejection: {
        code: 'over_limit',
        counter: 'account/a//2026-11-22',
        total: '2.5',
        counted: '7.5',
        atMost: '7.5',
      },
    })
  })

  test('count for each customer alone', async () => {
    const { outbox } = open({}, [], {
      limitsOf: async record => counterLimits(record, { day: '2026-11-22', customer: { perDay: '2.5' } }),
    })
    const [one, two, three] = drafts(3)
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are three')
    expect(await outbox.accept({ ...one, meta: { customer: '7' } })).toMatchObject({ kind: 'recorded' })
    expect(await outbox.accept({ ...two, meta: { customer: '8' } })).toMatchObject({ kind: 'recorded' })
    expect(await outbox.accept({ ...three, meta: { customer: '8' } })).toMatchObject({ kind: 'rejected' })
  })

  test.each([
    ['what was not sent', { kind: 'not_sent', code: 'offline', reason: 'Offline.' }],
    ['what was rejected', { kind: 'rejected', messages: [], httpStatus: 200 }],
  ] as const)('count %s no more', async (_, outcome) => {
    const { outbox } = open({ outcomes: [outcome] }, [], limited('2.5'))
    const [one, two, three] = drafts(3)
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are three')
    await outbox.accept(one)
    expect(await outbox.accept(two)).toMatchObject({ kind: 'rejected' })
    await outbox.send(one.id)
    expect(await outbox.accept(two)).toMatchObject({ kind: 'recorded' })
    expect(await outbox.accept(three)).toMatchObject({ kind: 'rejected' })
  })

  test('count what is in doubt', async () => {
    const { outbox } = open({ outcomes: [unknownOutcome] }, [], limited('2.5'))
    const [one, two] = drafts(2)
    if (one === undefined || two === undefined) throw new Error('there are two')
    await outbox.confirm(one)
    expect(await outbox.accept(two)).toMatchObject({ kind: 'rejected' })
  })

  test('count an order anew on the day on which it is confirmed anew', async () => {
    const yesterday = sampleRecord(sampleStates.queued, { counters: ['yesterday'] })
    const ports = { limitsOf: async () => [{ counter: 'today', atMost: '2.5' }] }
    const { outbox, store } = open({}, [yesterday], ports)
    await outbox.confirm(draft)
    const counted = await store.accept(
      { id: '', signature: '', counters: ['yesterday', 'today'] },
      ({ counters }) => ({ value: [...counters.values()] }),
    )
    expect(counted).toEqual(['-2.5', '2.5'])
  })

  test('name the most that a counter may come to to a store that has read too early', async () => {
    const { store } = open()
    const seen: unknown[] = []
    const late = {
      ...store,
      accept: async (request, decide) => {
        const change = decide({ current: undefined, twins: [], counters: new Map() })
        seen.push(change.counters)
        return await store.accept(request, decide)
      },
    } satisfies OrderStore
    const { outbox } = open({}, [], { store: late, limitsOf: async () => [{ counter: 'c', atMost: '7' }] })
    await outbox.accept(draft)
    expect(seen).toEqual([[{ counter: 'c', by: '2.5', atMost: '7' }]])
  })

  test('count an order that is confirmed anew once, at its new price', async () => {
    const { outbox } = open({}, [], limited('5'))
    const left = { ...draft, confirmed: { ...draft.confirmed, total: '4' } }
    const before = open({}, [], limited('5'))
    await before.outbox.accept(left)
    const replaced = { ...((await before.store.get('one')) ?? left), expiresAt: undefined }
    await before.store.update('one', () => ({ store: replaced, value: undefined }))
    const again = open({}, [], { ...limited('5'), store: before.store })
    expect(
      await again.outbox.confirm({ ...draft, confirmed: { ...draft.confirmed, total: '5' } }),
    ).toMatchObject({
      record: { state: { name: 'accepted' } },
    })
    expect(await outbox.accept({ ...draft, confirmed: { ...draft.confirmed, total: '5.01' } })).toMatchObject(
      {
        kind: 'rejected',
      },
    )
  })
})

describe('events', () => {
  test('are stored with the change that made them, for whoever delivers them', async () => {
    const { outbox, store } = open({ outcomes: [unknownOutcome] })
    await outbox.confirm(draft)
    const [first, ...more] = await store.eventsAfter(undefined, 10)
    expect(first).toMatchObject({ topic: 'unknown', record: { id: 'one', state: { name: 'unknown' } } })
    expect(more).toEqual([])
    expect(await store.eventsAfter(first?.cursor, 10)).toEqual([])
  })

  test('reach a listener that throws, and one that rejects, without ending anything', async () => {
    const errors: unknown[] = []
    const throwing = open({}, [], {
      onChange: () => {
        throw new Error('thrown')
      },
      onListenerError: error => errors.push(error),
    })
    expect(await throwing.outbox.confirm(draft)).toMatchObject({ record: { state: { name: 'accepted' } } })
    const rejecting = open({}, [], { onChange: () => Promise.reject(new Error('rejected')) })
    expect(await rejecting.outbox.confirm(draft)).toMatchObject({ record: { state: { name: 'accepted' } } })
    await new Promise(resolve => setImmediate(resolve))
    expect(errors.map(String)).toEqual(['Error: thrown', 'Error: thrown', 'Error: thrown'])
  })
})

describe('drain', () => {
  test('waits for what is on its way, and sends nothing more', async () => {
    const { outbox, sender, stateOf } = open()
    const { add } = sender
    let answer = (): void => undefined
    sender.add = async order => {
      await new Promise<void>(resolve => {
        answer = resolve
      })
      return await add(order)
    }
    const [one, two, three] = drafts(3)
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are three')
    await outbox.accept(two)
    const sending = outbox.confirm(one)
    await new Promise(resolve => setImmediate(resolve))
    const waiting = outbox.send(two.id)
    const inPerson = outbox.confirm(three)
    await new Promise(resolve => setImmediate(resolve))
    let isDrained = false
    const draining = outbox.drain().then(() => {
      isDrained = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(isDrained).toBe(false)
    answer()
    await draining
    expect(await sending).toMatchObject({ record: { state: { name: 'accepted' } } })
    expect(await waiting).toMatchObject({ record: { state: { name: 'queued' } } })
    // Nobody else would send what a person has waited for here.
    expect(await inPerson).toMatchObject({ record: { state: { name: 'not_sent' } } })
    expect([sender.sent.length, await stateOf(two.id)]).toEqual([1, 'queued'])
    const rejection = { code: 'draining' }
    expect(await outbox.send(two.id)).toEqual({ ok: false, rejection })
    expect(await outbox.confirm(three)).toEqual({ kind: 'rejected', rejection })
  })

  test('is what an aborted signal asks for, before the first order and later', async () => {
    const rejection = { code: 'draining' }
    const before = open({}, [], { signal: AbortSignal.abort() })
    expect(await before.outbox.confirm(draft)).toEqual({ kind: 'rejected', rejection })
    const end = new AbortController()
    const later = open({}, [], { signal: end.signal })
    await later.outbox.accept(draft)
    end.abort()
    expect(await later.outbox.send('one')).toEqual({ ok: false, rejection })
    expect(await later.stateOf('one')).toBe('queued')
  })
})

describe('resolveAll', () => {
  const unknown = (id: string, target: string): OrderRecord =>
    sampleRecord(sampleStates.unknown, { id, order: { ...sampleOrder, target } })
  const listed = (orderId: string, target: string) => ({
    kind: 'found' as const,
    orderId,
    state: 'in_progress' as const,
    rawStatus: 'In progress',
    isFinal: false,
    startCount: 0,
    currentCount: 0,
    wantedCount: 1000,
    remains: undefined,
    progress: undefined,
    charge: '2.5',
    refund: undefined,
    currency: undefined,
    serviceId: '3',
    target,
    createdAt: new Date(start).toISOString(),
  })

  test('reads the listing once for all unknown orders of a pool', async () => {
    const records = [
      unknown('one', 'https://example.com/p/1'),
      unknown('two', 'https://example.com/p/2'),
      { ...unknown('three', 'https://example.com/p/3'), accountId: 'b' },
      { ...unknown('four', 'https://example.com/p/1'), accountId: 'c' },
    ]
    let reads = 0
    const { outbox, sender, clock, stateOf } = open({}, records, { poolOf: async () => ['a', 'b'] })
    clock.at = start + 3_600_000
    sender.orders = async function* () {
      reads += 1
      yield listed('2', 'https://example.com/p/2')
      yield listed('1', 'https://example.com/p/1')
    }
    const changed = await outbox.resolveAll('a')
    expect(changed.map(({ id, state }) => [id, state.name])).toEqual([
      ['one', 'open'],
      ['two', 'open'],
      ['three', 'not_placed'],
    ])
    expect([reads, await stateOf('four')]).toEqual([1, 'unknown'])
  })

  test('gives one order to no two of them', async () => {
    const other = { order: { ...sampleOrder, target: 'https://youtu.be/jofNR_WkoCE' } }
    const records = [
      sampleRecord(sampleStates.unknown),
      sampleRecord(sampleStates.unknown, { id: 'two', ...other }),
    ]
    const { outbox, stateOf } = open({ listed: [listed('1', 'jofNR_WkoCE')] }, records)
    await outbox.resolveAll('a')
    expect([await stateOf('one'), await stateOf('two')]).toEqual(['unknown', 'unknown'])
  })

  test('gives one order to neither of two that count as not placed', async () => {
    const other = { order: { ...sampleOrder, target: 'https://youtu.be/jofNR_WkoCE' }, id: 'two' }
    const records = [
      sampleRecord(sampleStates.not_placed, { dueAt: start }),
      sampleRecord(sampleStates.not_placed, { ...other, dueAt: start }),
    ]
    const { outbox, stateOf } = open({ listed: [listed('1', 'jofNR_WkoCE')] }, records)
    await outbox.pollDue('a')
    expect([await stateOf('one'), await stateOf('two')]).toEqual(['not_placed', 'not_placed'])
  })

  test('settles first what died while it was sent', async () => {
    const dead = sampleRecord(sampleStates.submitting)
    const { outbox, lock, stateOf } = open({ listed: [listed('1', 'jofNR_WkoCE')] }, [dead])
    await lock.run(orderLock('one'), () => Promise.all([stateOf('one')]))
    await outbox.resolveAll('a')
    expect(await stateOf('one')).toBe('open')
  })

  test('notes one balance for all where nothing is listed', async () => {
    const records = [unknown('one', 'https://example.com/p/1'), unknown('two', 'https://example.com/p/2')]
    const { outbox } = open({ canListOrders: false, balance: '17' }, records)
    expect(await outbox.resolveAll('a')).toMatchObject([
      { state: { balanceAfter: '17' } },
      { state: { balanceAfter: '17' } },
    ])
  })
})
