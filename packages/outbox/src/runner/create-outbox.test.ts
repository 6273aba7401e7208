import { describe, expect, test } from 'vitest'
import {
  minuteMs,
  sampleConfirmation,
  sampleListed,
  sampleOrder,
  sampleRecord,
  sampleStates,
  sampleStatus,
  start,
} from '../../test/samples.ts'
import { acceptedOutcome, type Script, scriptedSender, unknownOutcome } from '../../test/scripted-sender.ts'
import { createLockedStore, type PlainStore } from '../adapters/locked-store.ts'
import { createMemoryLock } from '../adapters/memory-lock.ts'
import { createMemoryStore } from '../adapters/memory-store.ts'
import type { OrderRecord, OrderState } from '../record/record-schema.ts'
import { dueEffects } from '../state-machine/effects.ts'
import { createOutbox } from './create-outbox.ts'
import { orderLock } from './pool.ts'
import type { OrderStore, OutboxPorts, RecordChange } from './ports.ts'

const draft = sampleRecord(sampleStates.draft)
const retry = sampleRecord(sampleStates.draft, { id: 'one.2', retryOf: 'one', attempt: 2 })

function open(script: Script = {}, initial: readonly OrderRecord[] = [], ports: Partial<OutboxPorts> = {}) {
  const sender = scriptedSender(script)
  const store = createMemoryStore(initial)
  const lock = createMemoryLock()
  const clock = { at: start, now: () => clock.at }
  const outbox = createOutbox({ store, lock, clock, senderFor: async () => sender, ...ports })
  const stateOf = async (id: string) => (await store.get(id))?.state.name
  return { outbox, sender, store, lock, clock, stateOf }
}

describe('confirm', () => {
  test.each([
    [acceptedOutcome, { name: 'accepted', orderId: '77' }],
    [{ kind: 'rejected', messages: [], httpStatus: 200 }, { name: 'rejected' }],
    [{ kind: 'not_sent', code: 'offline', reason: 'Offline.' }, { name: 'not_sent' }],
    [unknownOutcome, { name: 'unknown', since: start }],
  ] as const)('sends once and records %j', async (outcome, state) => {
    const { outbox, sender, store } = open({ outcomes: [outcome] })
    const result = await outbox.confirm(draft)
    expect(result).toMatchObject({ kind: 'recorded', record: { id: 'one', sentAt: start, state } })
    expect(result.kind === 'recorded' && result.record).toEqual(await store.get('one'))
    expect(sender.sent).toEqual([sampleOrder])
  })

  test('has stored that it is sending when the request leaves', async () => {
    const { outbox, sender, stateOf } = open()
    const { add } = sender
    let before: string | undefined
    sender.add = async order => {
      before = await stateOf('one')
      return await add(order)
    }
    await outbox.confirm(draft)
    expect(before).toBe('submitting')
  })

  test('clicked twice, here and in another window, is one order', async () => {
    const { outbox, sender, store, lock, clock } = open()
    const other = createOutbox({ store, lock, clock, senderFor: async () => sender })
    const results = await Promise.all([outbox.confirm(draft), outbox.confirm(draft), other.confirm(draft)])
    expect(results.map(result => result.kind === 'recorded' && result.record.state.name)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
    expect(sender.sent).toHaveLength(1)
  })

  test('sends one order of an account at a time', async () => {
    const { outbox, sender } = open()
    const { add } = sender
    let [now, most] = [0, 0]
    sender.add = async order => {
      now += 1
      most = Math.max(most, now)
      await Promise.resolve()
      now -= 1
      return await add(order)
    }
    const others = [1, 2, 3].map(index => ({
      ...draft,
      id: `other ${index}`,
      order: { ...sampleOrder, target: `https://example.com/${index}` },
    }))
    await Promise.all(others.map(record => outbox.confirm(record)))
    expect([sender.sent.length, most]).toEqual([3, 1])
  })

  test.each(['unknown', 'submitting'] as const)('refuses while the same order is %s', async state => {
    const twin = sampleRecord(sampleStates[state], { id: 'twin' })
    const { outbox, sender, lock } = open({}, [twin])
    const result = await lock.run(orderLock('twin'), () => outbox.confirm(draft))
    expect(result).toEqual({ kind: 'rejected', rejection: { code: 'unresolved', recordId: 'twin' } })
    expect(sender.sent).toEqual([])
  })

  test('settles the same order first where what was sending it has died', async () => {
    const dead = sampleRecord(sampleStates.queued, { id: 'dead' })
    const { outbox, stateOf } = open({}, [dead])
    expect(await outbox.confirm(draft)).toMatchObject({ kind: 'recorded' })
    expect(await stateOf('dead')).toBe('not_sent')
  })

  test('goes on with what was confirmed before and never sent, and finds out what was', async () => {
    const intent = open({}, [sampleRecord(sampleStates.queued)])
    expect(await intent.outbox.confirm(draft)).toMatchObject({ record: { state: { name: 'accepted' } } })
    const sending = open({}, [sampleRecord(sampleStates.submitting)])
    expect(await sending.outbox.confirm(draft)).toMatchObject({ record: { state: { name: 'unknown' } } })
    expect([intent.sender.sent.length, sending.sender.sent.length]).toEqual([1, 0])
  })

  test.each([
    ['another order', { order: { ...sampleOrder, serviceId: '4' } }],
    ['another account', { accountId: 'b' }],
    ['the same with other params', { order: { ...sampleOrder, params: { comments: 'a' } } }],
    ['the same by drip', { order: { ...sampleOrder, drip: true } }],
    [
      'the same for another spelling of its target',
      { order: { ...sampleOrder, target: `${sampleOrder.target} ` } },
    ],
    [
      'an intent of another order',
      { state: sampleStates.queued, order: { ...sampleOrder, quantity: '2000' } },
    ],
  ])('refuses an id that is taken by %s', async (_, change) => {
    const { outbox, sender } = open({}, [sampleRecord(sampleStates.accepted, change)])
    const rejection = { code: 'id_taken', recordId: 'one' }
    expect(await outbox.confirm(draft)).toEqual({ kind: 'rejected', rejection })
    expect(sender.sent).toEqual([])
  })

  test.each(['draft', 'queued'] as const)(
    'takes the order as it is now, where an older %s was left',
    async state => {
      const confirmed = { ...sampleConfirmation, total: '9' }
      const { outbox, sender } = open({}, [sampleRecord(sampleStates[state], { confirmed })])
      expect(await outbox.confirm(draft, async () => ['too much'])).toMatchObject({ kind: 'issues' })
      expect(await outbox.confirm(draft)).toMatchObject({ record: { confirmed: { total: '2.5' } } })
      expect(sender.sent).toHaveLength(1)
    },
  )

  test('stores and sends nothing against the caller’s issues', async () => {
    const { outbox, sender, store } = open()
    expect(await outbox.confirm(draft, async () => ['too much'])).toEqual({
      kind: 'issues',
      issues: ['too much'],
    })
    expect([await store.get('one'), sender.sent]).toEqual([undefined, []])
  })

  test('checks one order after the other, each with those before it', async () => {
    const { outbox, store } = open()
    const seen: number[] = []
    const check = async () => {
      seen.push((await store.list({})).length)
      return []
    }
    const other = { ...draft, id: 'two', order: { ...sampleOrder, serviceId: '4' } }
    await Promise.all([outbox.confirm(draft, check), outbox.confirm(other, check)])
    expect(seen).toEqual([0, 1])
  })

  test.each([
    ['not_placed', undefined],
    ['rejected', undefined],
    ['not_sent', undefined],
    ['open', { code: 'already_placed', orderId: '77' }],
  ] as const)('of a next try sees whether the try before, %s by now, allows it', async (state, rejection) => {
    const { outbox, sender } = open({}, [sampleRecord(sampleStates[state])])
    const result = await outbox.confirm(retry)
    expect(result.kind === 'rejected' ? result.rejection : undefined).toEqual(rejection)
    expect(sender.sent).toHaveLength(rejection === undefined ? 1 : 0)
  })

  test('of a next try needs the try before', async () => {
    expect(await open().outbox.confirm(retry)).toEqual({
      kind: 'rejected',
      rejection: { code: 'no_such_record', recordId: 'one' },
    })
  })

  test('of anything but a draft is misuse', async () => {
    await expect(open().outbox.confirm(sampleRecord(sampleStates.queued))).rejects.toThrow(TypeError)
  })

  test('stores nothing where the account cannot be used', async () => {
    const locked = async () => {
      throw new Error('locked')
    }
    const { outbox, store } = open({}, [], { senderFor: locked })
    await expect(outbox.confirm(draft)).rejects.toThrow('locked')
    expect(await store.list({})).toEqual([])
  })

  test('of a sender that throws is unknown, and the error is passed on', async () => {
    const { outbox, stateOf } = open({ outcomes: [new TypeError('no such field')] })
    await expect(outbox.confirm(draft)).rejects.toThrow('no such field')
    expect(await stateOf('one')).toBe('unknown')
  })

  test('keeps an order whose record is removed while it is sent', async () => {
    const records = new Map<string, OrderRecord>()
    const plain: PlainStore = {
      get: async id => records.get(id),
      list: async () => [...records.values()],
      put: async record => {
        records.set(record.id, record)
      },
    }
    const store = createLockedStore(plain, createMemoryLock())
    const { outbox, sender } = open({}, [], { store })
    const { add } = sender
    sender.add = async order => {
      records.clear()
      return await add(order)
    }
    await outbox.confirm(draft)
    expect(records.get('one')?.state).toEqual({ name: 'accepted', orderId: '77' })
  })
})

describe('a store that fails', () => {
  const states = ['queued', 'submitting', 'accepted'] as const

  test.each(states)('at storing %s loses nothing and sends nothing twice', async failing => {
    const inner = createMemoryStore()
    const store: OrderStore = {
      ...inner,
      update: async (id, change) =>
        await inner.update(id, current => {
          const next = change(current)
          if (next.store?.state.name === failing) throw new Error('disk full')
          return next
        }),
      accept: async (request, decide) =>
        await inner.accept(request, view => {
          const next = decide(view)
          if (next.store?.state.name === failing) throw new Error('disk full')
          return next
        }),
    }
    const { outbox, sender, lock, clock } = open({}, [], { store })
    await expect(outbox.confirm(draft)).rejects.toThrow('disk full')
    expect(sender.sent).toHaveLength(failing === 'accepted' ? 1 : 0)

    const later = createOutbox({ store: inner, lock, clock, senderFor: async () => sender })
    const recovered = await later.recover()
    expect(recovered.map(({ state }) => state.name)).toEqual(
      { queued: [], submitting: ['not_sent'], accepted: ['unknown'] }[failing],
    )
  })
})

describe('recover', () => {
  test('settles what was left behind, and nothing else', async () => {
    const records = Object.values(sampleStates).map(state => sampleRecord(state, { id: state.name }))
    const { outbox, store } = open({}, records)
    const recovered = await outbox.recover()
    expect(recovered.map(({ id, state }) => [id, state.name])).toEqual([
      ['queued', 'not_sent'],
      ['submitting', 'unknown'],
    ])
    const untouched = records.filter(({ id }) => id !== 'queued' && id !== 'submitting')
    for (const record of untouched) expect(await store.get(record.id)).toBe(record)
    expect(await outbox.recover()).toEqual([])
  })

  test('settles all of it, however much there is', async () => {
    const records = Array.from({ length: 450 }, (_, index) =>
      sampleRecord(sampleStates.submitting, { id: `record ${index}` }),
    )
    expect(await open({}, records).outbox.recover()).toHaveLength(450)
  })

  test('leaves alone what is in living hands', async () => {
    const { outbox, lock, stateOf } = open({}, [sampleRecord(sampleStates.submitting)])
    expect(await lock.run(orderLock('one'), () => outbox.recover())).toEqual([])
    expect(await stateOf('one')).toBe('submitting')
  })
})

describe('lookUp', () => {
  const unknown = sampleRecord(sampleStates.unknown)

  test('finds what is listed', async () => {
    const { outbox } = open({ listed: [sampleListed] }, [unknown])
    expect(await outbox.lookUp('one')).toMatchObject({
      ok: true,
      record: { state: { name: 'open', orderId: '77' } },
    })
  })

  test('believes that nothing is there only when the upstream must have settled', async () => {
    const { outbox, clock } = open({}, [unknown])
    clock.at = start + 25_000 + 5 * minuteMs - 1
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'unknown' } } })
    clock.at += 1
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'not_placed' } } })
  })

  test('waits for as long as it is told to', async () => {
    const { outbox, clock } = open({}, [unknown], { settleMs: 1000 })
    clock.at = start + 26_000
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'not_placed' } } })
  })

  test('counts from the beginning of the reading, not from its end', async () => {
    const { outbox, clock, sender } = open({}, [unknown])
    clock.at = start + 25_000 + 5 * minuteMs - 1
    // A slow listing: the order may have been stored behind its back.
    sender.orders = async function* () {
      clock.at += minuteMs
      yield* []
    }
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'unknown' } } })
  })

  test('changes nothing where the reading breaks off', async () => {
    const { outbox, sender, store } = open({}, [unknown])
    sender.orders = async function* () {
      yield sampleListed
      throw new Error('offline')
    }
    await expect(outbox.lookUp('one')).rejects.toThrow('offline')
    expect(await store.get('one')).toBe(unknown)
  })

  test('reads on past an order from before, for one chunk, and no further', async () => {
    const before = sampleRecord({ name: 'accepted', orderId: 'k' }, { id: 'k', placedAt: start - 1 })
    let read = 0
    function* listed() {
      for (let index = 0; index < 1000; index += 1) {
        read += 1
        yield { ...sampleListed, orderId: index === 150 ? 'k' : `${index}`, serviceId: '9' }
      }
    }
    const { outbox } = open({ listed: listed() }, [unknown, before])
    await outbox.lookUp('one')
    expect(read).toBe(300)
  })

  test.each([
    ['of another account', { accountId: 'b' }],
    ['that was placed later', { placedAt: start + 1 }],
  ])('reads to the end past an order %s', async (_, change) => {
    const other = sampleRecord(
      { name: 'accepted', orderId: 'k' },
      { id: 'k', placedAt: start - 1, ...change },
    )
    const rows = Array.from({ length: 450 }, (_item, index) => ({
      ...sampleListed,
      orderId: index === 0 ? 'k' : `${index}`,
      serviceId: index === 449 ? '3' : '9',
    }))
    const { outbox } = open({ listed: rows }, [unknown, other])
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { orderId: '449' } } })
  })

  test('reads a listing that never ends as far as it is allowed to, and says what it has read', async () => {
    let read = 0
    function* listed() {
      while (true) {
        read += 1
        yield { ...sampleListed, orderId: `${read}`, serviceId: '9' }
      }
    }
    const { outbox, clock } = open({ listed: listed() }, [unknown], { listingMaxOrders: 250 })
    clock.at = start + 365 * 24 * 60 * minuteMs
    const looked = await outbox.lookUp('one')
    expect(looked).toMatchObject({
      record: { state: { name: 'unknown', readInPart: 250, lastLookedUpAt: clock.at } },
    })
    expect(read).toBe(251)
    expect(looked.ok && dueEffects(looked.record)).toEqual([
      { kind: 'look_up', notBefore: clock.at + 60 * minuteMs },
      { kind: 'ask' },
    ])
  })

  test('reads a listing that is slow for no longer than it is allowed to', async () => {
    const { outbox, clock, sender } = open({}, [unknown], { listingMaxMs: 1000 })
    clock.at = start + 365 * 24 * 60 * minuteMs
    sender.orders = async function* () {
      while (true) {
        clock.at += 400
        yield { ...sampleListed, serviceId: '9' }
      }
    }
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { readInPart: 2 } } })
  })

  test('believes that nothing is there once a listing could be read to its end', async () => {
    const inPart = sampleRecord({ ...sampleStates.unknown, readInPart: 250 })
    const soon = open({}, [inPart])
    expect(await soon.outbox.lookUp('one')).toMatchObject({ record: { state: { readInPart: undefined } } })
    const late = open({}, [inPart])
    late.clock.at = start + 10 * minuteMs
    expect(await late.outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'not_placed' } } })
  })

  test('settles in time though the clock was set back since it was sent', async () => {
    const aYearAhead = start + 365 * 24 * 60 * minuteMs
    const state = { ...sampleStates.unknown, since: aYearAhead, lookAgainAt: aYearAhead }
    const ahead = sampleRecord(state, { sentAt: aYearAhead })
    // Placed after it, by a clock that was right again.
    const later = sampleRecord({ name: 'accepted', orderId: 'k' }, { id: 'k', placedAt: start })
    const rows = Array.from({ length: 450 }, (_item, index) => ({
      ...sampleListed,
      orderId: index === 0 ? 'k' : `${index}`,
      serviceId: '9',
    }))
    const { outbox, clock } = open({ listed: rows }, [ahead, later])
    expect(dueEffects(ahead, clock.at)).toEqual([{ kind: 'look_up', notBefore: clock.at }])
    const first = await outbox.lookUp('one')
    const again = start + 5 * minuteMs
    expect(first).toMatchObject({ record: { state: { name: 'unknown', since: start, lookAgainAt: again } } })
    clock.at = again
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'not_placed' } } })
  })

  test('reads past what was placed later, where the clock was set back in between', async () => {
    const ahead = sampleRecord(sampleStates.unknown, { sentAt: start + 60 * minuteMs })
    const later = sampleRecord({ name: 'accepted', orderId: 'k' }, { id: 'k', placedAt: start })
    const rows = Array.from({ length: 450 }, (_item, index) => ({
      ...sampleListed,
      orderId: index === 0 ? 'k' : `${index}`,
      serviceId: index === 449 ? '3' : '9',
    }))
    const { outbox } = open({ listed: rows }, [ahead, later])
    const looked = await outbox.lookUp('one')
    expect(looked).toMatchObject({ record: { state: { candidates: [{ orderId: '449' }] } } })
  })

  test('holds up neither an answer nor another order while it reads', async () => {
    const { outbox, sender, stateOf } = open({}, [unknown])
    let end = (): void => undefined
    sender.orders = async function* () {
      await new Promise<void>(resolve => {
        end = resolve
      })
      yield* []
    }
    const looking = outbox.lookUp('one')
    await new Promise(resolve => setImmediate(resolve))
    const other = { ...draft, id: 'two', order: { ...sampleOrder, serviceId: '4' } }
    expect(await outbox.confirm(other)).toMatchObject({ record: { state: { name: 'accepted' } } })
    expect(await outbox.answer('one', { kind: 'not_placed' })).toMatchObject({ ok: true })
    end()
    expect(await looking).toEqual({ ok: false, rejection: { code: 'nothing_new' } })
    expect(await stateOf('one')).toBe('not_placed')
  })

  test('of several at once reads what there is to read once', async () => {
    const { outbox, sender } = open({}, [unknown])
    let read = 0
    sender.orders = async function* () {
      read += 1
      yield sampleListed
    }
    const [first, second] = await Promise.all([outbox.lookUp('one'), outbox.lookUp('one')])
    expect(first).toMatchObject({ record: { state: { orderId: '77' } } })
    expect(second).toEqual({ ok: false, rejection: { code: 'already_placed', orderId: '77' } })
    expect(read).toBe(1)
  })

  test('holds up no answer while it reads a balance', async () => {
    const { outbox, sender } = open({ canListOrders: false }, [unknown])
    sender.balance = () => new Promise(() => undefined)
    void outbox.lookUp('one')
    await new Promise(resolve => setImmediate(resolve))
    expect(await outbox.answer('one', { kind: 'not_placed' })).toMatchObject({ ok: true })
  })

  test('does not take what was ordered while it read', async () => {
    const { outbox, sender, stateOf } = open({ outcomes: [acceptedOutcome] }, [unknown])
    const twin = { ...draft, id: 'two', order: { ...sampleOrder, params: { comments: 'a' } } }
    // The same order is refused meanwhile; one that only looks like it in the listing is not.
    const other = { ...twin, confirmed: { ...twin.confirmed, quantity: '1000.0' } }
    sender.orders = async function* () {
      await outbox.confirm(other)
      yield sampleListed
    }
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'unknown' } } })
    expect(await stateOf('two')).toBe('accepted')
  })

  test('does not give an order to a second record while the first may have it', async () => {
    const blank = { ...sampleListed, target: undefined }
    const other = { order: { ...sampleOrder, target: 'https://example.com' }, id: 'two' }
    const dead = sampleRecord(sampleStates.submitting, other)
    const { outbox, stateOf } = open({ listed: [blank] }, [unknown, dead])
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { candidates: [blank] } } })
    expect(await stateOf('two')).toBe('unknown')
  })

  test('notes the balance where nothing is listed', async () => {
    const { outbox } = open({ canListOrders: false, balance: '17.5' }, [unknown])
    expect(await outbox.lookUp('one')).toMatchObject({
      record: { state: { name: 'unknown', balanceAfter: '17.5' } },
    })
  })

  test('waits for what was on its way as it read: the order that it found may be of that', async () => {
    const sentNow = sampleRecord(sampleStates.submitting, { id: 'two' })
    const { outbox, lock, store } = open({ listed: [sampleListed] }, [unknown, sentNow])
    const { looking } = await lock.run(orderLock('two'), async () => {
      const started = outbox.lookUp('one')
      await new Promise(resolve => setImmediate(resolve))
      expect((await store.get('one'))?.state.name).toBe('unknown')
      await store.update('two', () => ({
        store: sampleRecord(sampleStates.accepted, { id: 'two' }),
        value: undefined,
      }))
      return { looking: started }
    })
    expect(await looking).toMatchObject({ record: { state: { name: 'unknown' } } })
  })

  test('does not stop what is sent meanwhile', async () => {
    const { outbox, sender } = open({ listed: [sampleListed] }, [unknown])
    const { orders } = sender
    let read = (): void => undefined
    const reading = new Promise<void>(resolve => {
      read = resolve
    })
    sender.orders = async function* () {
      await reading
      yield* orders()
    }
    const looking = outbox.lookUp('one')
    const other = { ...draft, id: 'two', order: { ...sampleOrder, serviceId: '4' } }
    const outcomes = { kind: 'recorded', record: { state: { name: 'accepted' } } }
    expect(await outbox.confirm(other)).toMatchObject(outcomes)
    read()
    // The scripted upstream gives every order one number: it is the other's now.
    expect(await looking).toMatchObject({ record: { state: { name: 'unknown' } } })
  })

  test.each<readonly [OrderState, object]>([
    [sampleStates.draft, { code: 'nothing_was_sent' }],
    [sampleStates.queued, { code: 'nothing_was_sent' }],
    [sampleStates.accepted, { code: 'already_placed', orderId: '77' }],
    [sampleStates.rejected, { code: 'is_over' }],
    [sampleStates.not_sent, { code: 'is_over' }],
    [sampleStates.not_placed, { code: 'nothing_new' }],
  ])('of %j is refused', async (state, rejection) => {
    const { outbox } = open({}, [sampleRecord(state)])
    expect(await outbox.lookUp('one')).toEqual({ ok: false, rejection })
  })

  test('of nothing is refused', async () => {
    const rejection = { code: 'no_such_record', recordId: 'one' }
    expect(await open().outbox.lookUp('one')).toEqual({ ok: false, rejection })
  })
})

describe('answer', () => {
  const unknown = sampleRecord(sampleStates.unknown)
  const placed = { kind: 'placed', orderId: ' 77 ' } as const

  test('takes a number that the upstream knows', async () => {
    const { outbox } = open({ statuses: [sampleStatus] }, [unknown])
    expect(await outbox.answer('one', placed)).toMatchObject({
      record: { state: { name: 'open', orderId: '77', status: sampleStatus } },
    })
  })

  test('takes a number whose quantity is not told', async () => {
    const { outbox } = open({ statuses: [{ ...sampleStatus, wantedCount: undefined }] }, [unknown])
    expect(await outbox.answer('one', placed)).toMatchObject({ ok: true })
  })

  test.each<readonly [string, Script, readonly OrderRecord[], object]>([
    ['nobody knows', {}, [], { code: 'order_not_found', orderId: '77' }],
    [
      'the upstream refuses',
      { statuses: [{ kind: 'refused', orderId: '77', messages: [] }] },
      [],
      { code: 'order_not_found', orderId: '77' },
    ],
    [
      'another record has',
      { statuses: [sampleStatus] },
      [sampleRecord(sampleStates.open, { id: 'two' })],
      { code: 'order_known', orderId: '77', recordId: 'two' },
    ],
    [
      'is for another quantity',
      { statuses: [{ ...sampleStatus, wantedCount: 2000 }] },
      [],
      { code: 'other_quantity', orderId: '77', ordered: '1000', found: '2000' },
    ],
  ])('refuses a number that %s', async (_, script, others, rejection) => {
    const { outbox, store } = open(script, [unknown, ...others])
    expect(await outbox.answer('one', placed)).toEqual({ ok: false, rejection })
    expect(await store.get('one')).toBe(unknown)
  })

  test('waits for what is on its way, of which the number may be', async () => {
    const sentNow = sampleRecord(sampleStates.submitting, { id: 'two' })
    const { outbox, lock, store } = open({ statuses: [sampleStatus] }, [unknown, sentNow])
    const { answering } = await lock.run(orderLock('two'), async () => {
      const started = outbox.answer('one', placed)
      await new Promise(resolve => setImmediate(resolve))
      expect((await store.get('one'))?.state.name).toBe('unknown')
      await store.update('two', () => ({
        store: sampleRecord(sampleStates.accepted, { id: 'two' }),
        value: undefined,
      }))
      return { answering: started }
    })
    const rejection = { code: 'order_known', orderId: '77', recordId: 'two' }
    expect(await answering).toEqual({ ok: false, rejection })
  })

  test('refuses a blank number without asking', async () => {
    const { outbox } = open({}, [unknown])
    expect(await outbox.answer('one', { kind: 'placed', orderId: ' ' })).toEqual({
      ok: false,
      rejection: { code: 'order_not_found', orderId: '' },
    })
  })

  test('takes that there is none, and the number should it turn up', async () => {
    const { outbox, stateOf } = open({ statuses: [sampleStatus] }, [unknown])
    await outbox.answer('one', { kind: 'not_yet_known' })
    expect(await stateOf('one')).toBe('unknown')
    await outbox.answer('one', { kind: 'not_placed' })
    expect(await stateOf('one')).toBe('not_placed')
    await outbox.answer('one', placed)
    expect(await stateOf('one')).toBe('open')
  })
})

describe('seeStatuses', () => {
  test('files each status with its record, once', async () => {
    const accepted = sampleRecord(sampleStates.accepted)
    const elsewhere = sampleRecord(sampleStates.accepted, { id: 'two', accountId: 'b' })
    const { outbox, store } = open({}, [accepted, elsewhere])
    const statuses = [sampleStatus, { kind: 'missing', orderId: '78' }] as const
    const changed = await outbox.seeStatuses('a', statuses)
    expect(changed.map(({ id, state }) => [id, state.name])).toEqual([['one', 'open']])
    expect(await store.get('two')).toBe(elsewhere)
    expect(await outbox.seeStatuses('a', statuses)).toEqual([])
  })
})

describe('onChange', () => {
  test('is told of every change in turn, with what is to be done', async () => {
    const changes: RecordChange[] = []
    const { outbox } = open({}, [], { onChange: change => changes.push(change) })
    await outbox.confirm(draft)
    expect(
      changes.map(({ record, effects }) => [record.state.name, effects.map(({ kind }) => kind)]),
    ).toEqual([
      ['queued', ['send']],
      ['submitting', []],
      ['accepted', ['track', 'notify']],
    ])
  })
})

describe('accounts that name the same upstream and key', () => {
  const poolOf = async () => ['b', 'a']
  const unknown = sampleRecord(sampleStates.unknown)
  const others = sampleRecord(sampleStates.open, { id: 'two', accountId: 'b' })

  test('share its orders: what one has, the other does not find', async () => {
    const alone = open({ listed: [sampleListed] }, [unknown, others])
    expect(await alone.outbox.lookUp('one')).toMatchObject({ record: { state: { orderId: '77' } } })
    const { outbox } = open({ listed: [sampleListed] }, [unknown, others], { poolOf })
    expect(await outbox.lookUp('one')).toMatchObject({ record: { state: { name: 'unknown' } } })
    const said = { kind: 'placed', orderId: '77' } as const
    const rejection = { code: 'order_known', orderId: '77', recordId: 'two' }
    expect(await outbox.answer('one', said)).toEqual({ ok: false, rejection })
  })

  test('send one order at a time, and not the same one while it is in doubt', async () => {
    const confirmed = { ...sampleConfirmation, serviceName: 'Under another name' }
    const twin = sampleRecord(sampleStates.unknown, { id: 'twin', accountId: 'b', confirmed })
    const { outbox, sender } = open({}, [twin], { poolOf })
    const rejection = { code: 'unresolved', recordId: 'twin' }
    expect(await outbox.confirm(draft)).toEqual({ kind: 'rejected', rejection })
    const { add } = sender
    let [now, most] = [0, 0]
    sender.add = async order => {
      now += 1
      most = Math.max(most, now)
      await Promise.resolve()
      now -= 1
      return await add(order)
    }
    const drafts = ['a', 'b', 'a'].map((accountId, index) => ({
      ...draft,
      id: `other ${index}`,
      accountId,
      order: { ...sampleOrder, target: `https://example.com/${index}` },
    }))
    await Promise.all(drafts.map(one => outbox.confirm(one)))
    expect([sender.sent.length, most]).toEqual([3, 1])
  })
})
