import type { FoundOrder, ListedOrder } from '@orderwright/client'
import { Decimal, type PreparedOrder } from '@orderwright/core'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { sampleListed, sampleRecord, sampleStates, sampleStatus } from '../../test/samples.ts'
import type { OrderEvent } from '../state-machine/events.ts'
import { transition } from '../state-machine/transition.ts'
import { createDraft } from './create-draft.ts'
import { type OrderRecord, type OrderStateName, orderRecordSchema } from './record-schema.ts'

const text = fc.string({ unit: 'binary', maxLength: 40 })
const id = fc.string({ minLength: 1, maxLength: 40 })
const amount = fc
  .tuple(fc.integer(), fc.nat(12))
  .map(([digits, places]) => new Decimal(`${digits}e-${places}`).toFixed())
const time = fc.integer({ min: -1e12, max: 1e13 })
// JSON knows no -0, and no upstream counts to it.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter(value => !Object.is(value, -0))
const count = fc.option(number, { nil: undefined })
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })

const foundFields = {
  kind: fc.constant('found' as const),
  orderId: id,
  state: fc.constantFrom(
    'pending',
    'in_progress',
    'completed',
    'partial',
    'canceled',
    'refunded',
    'stopped',
    'error',
    'unknown',
  ),
  rawStatus: text,
  statusType: maybe(text),
  description: maybe(text),
  isFinal: fc.boolean(),
  startCount: count,
  currentCount: count,
  wantedCount: count,
  remains: count,
  progress: count,
  charge: maybe(amount),
  refund: maybe(amount),
  refundedAt: maybe(text),
  currency: maybe(text),
  subscription: maybe(fc.record({ posts: count, orderIds: fc.array(id), expiry: maybe(text) })),
} as const

const found: fc.Arbitrary<FoundOrder> = fc.record(foundFields)
const listed: fc.Arbitrary<ListedOrder> = fc.record({
  ...foundFields,
  serviceId: maybe(id),
  target: maybe(text),
  createdAt: maybe(text),
})

const messages = fc.array(fc.record({ id: maybe(text), text }), { maxLength: 3 })

const event: fc.Arbitrary<OrderEvent> = fc.oneof(
  fc.constantFrom<OrderEvent>({ kind: 'confirmed' }, { kind: 'send_started' }, { kind: 'recovered' }),
  fc
    .oneof(
      fc.record({ kind: fc.constant('accepted' as const), orderId: id, startCount: maybe(amount), messages }),
      fc.record({
        kind: fc.constant('rejected' as const),
        messages,
        httpStatus: fc.nat(599),
      }),
      fc.record({
        kind: fc.constant('not_sent' as const),
        code: fc.constant('offline' as const),
        reason: text,
      }),
      fc.record({
        kind: fc.constant('unknown' as const),
        code: fc.constant('timeout' as const),
        reason: text,
        httpStatus: maybe(fc.nat(599)),
      }),
    )
    .map(outcome => ({ kind: 'ended', outcome }) as const),
  fc.record({
    kind: fc.constant('looked_up' as const),
    startedAt: time,
    result: fc.oneof(
      fc.record({ kind: fc.constant('found' as const), order: listed }),
      fc.record({ kind: fc.constant('ambiguous' as const), candidates: fc.tuple(listed, listed) }),
      fc.record({ kind: fc.constant('absent' as const), settlesAt: time }),
      fc.record({ kind: fc.constant('incomplete' as const), read: fc.nat() }),
    ),
  }),
  fc.record({ kind: fc.constant('balance_seen' as const), amount }),
  fc.record({
    kind: fc.constant('person_said' as const),
    said: fc.oneof(
      fc.record({ kind: fc.constant('placed' as const), status: found }),
      fc.constantFrom({ kind: 'not_placed' } as const, { kind: 'not_yet_known' } as const),
    ),
  }),
  fc.record({ kind: fc.constant('status_seen' as const), status: found }),
)

const order: fc.Arbitrary<PreparedOrder> = fc.record({
  serviceId: text,
  target: maybe(text),
  quantity: maybe(text),
  drip: fc.boolean(),
  params: fc.dictionary(fc.oneof(text, fc.constantFrom('constructor', 'toString')), text),
})

const draft: fc.Arbitrary<OrderRecord> = fc
  .record({
    id: id.filter(name => name.trim() !== ''),
    accountId: id.filter(name => name.trim() !== ''),
    order,
    total: amount,
    quantity: amount,
    delivers: fc.option(amount),
    isChargedLater: fc.boolean(),
    serviceName: text,
    targetTitle: maybe(text),
    currency: maybe(text),
    balanceBefore: maybe(amount),
    canListOrders: fc.boolean(),
    createdAt: time,
  })
  .map(({ total, quantity, isChargedLater, ...input }) =>
    createDraft({
      ...input,
      quote: { total: new Decimal(total), quantity: new Decimal(quantity), isChargedLater },
    }),
  )

/** Events that lead somewhere first, so that few stories end in a draft. */
const events = fc
  .array(fc.tuple(event, time), { minLength: 1, maxLength: 20 })
  .map(list => [[{ kind: 'confirmed' }, 0] as const, [{ kind: 'send_started' }, 0] as const, ...list])

test('every record that the state machine makes passes the schema and comes back equal, from a store and from JSON', () => {
  const seen = new Set<OrderStateName>()
  fc.assert(
    fc.property(draft, events, (first, story) => {
      let record = first
      for (const [event, now] of story) {
        const step = transition(record, event, now)
        if (!step.ok) continue
        record = step.record
        seen.add(record.state.name)
        expect(v.parse(orderRecordSchema, structuredClone(record))).toEqual(record)
        expect(v.parse(orderRecordSchema, JSON.parse(JSON.stringify(record)))).toEqual(record)
      }
    }),
    { numRuns: 300 },
  )
  const { draft: _, ...stored } = sampleStates
  expect([...seen].toSorted()).toEqual(Object.keys(stored).toSorted())
})

describe('the schema of a stored order', () => {
  const whole = sampleRecord(sampleStates.open)

  test('keeps what an upstream says of a subscription', () => {
    const subscription = { posts: 3, orderIds: ['78', '79'], expiry: undefined }
    const status = { ...sampleStatus, subscription }
    const record = sampleRecord({ ...sampleStates.open, status })
    expect(v.parse(orderRecordSchema, record)).toEqual(record)
    const candidates = [{ ...sampleListed, subscription }]
    const unknown = sampleRecord({ ...sampleStates.unknown, candidates })
    expect(v.parse(orderRecordSchema, unknown)).toEqual(unknown)
  })

  test('leaves out the fields of another version', () => {
    expect(v.parse(orderRecordSchema, { ...whole, later: 1 })).toStrictEqual(whole)
  })

  test.each([
    ['a draft, which is stored nowhere', { state: sampleStates.draft }],
    ['a state of another version', { state: { name: 'lost' } }],
    ['a total that is no decimal', { confirmed: { ...whole.confirmed, total: '1e3' } }],
    ['a time that is none', { createdAt: Number.NaN }],
    ['an attempt before the first', { attempt: 0 }],
    ['a blank id', { id: '' }],
    [
      'a history beyond all bounds',
      { history: Array.from({ length: 101 }, () => ({ at: 1, event: 'ended', state: 'closed' })) },
    ],
    ['params that are no texts', { order: { ...whole.order, params: { lines: 3 } } }],
  ])('refuses %s', (_, change) => {
    expect(v.is(orderRecordSchema, { ...whole, ...change })).toBe(false)
  })
})
