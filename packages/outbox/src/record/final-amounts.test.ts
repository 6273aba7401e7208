import type { FoundOrder, UpstreamStatus } from '@orderwright/client'
import { Decimal, reconcileOrder } from '@orderwright/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleConfirmation, sampleRecord, sampleStates, sampleStatus } from '../../test/samples.ts'
import { checkLimits } from '../limits/check-limits.ts'
import { transition } from '../state-machine/transition.ts'
import { describeState } from '../text/state-text.ts'
import { finalAmounts, spentOf } from './final-amounts.ts'
import type { OrderRecord } from './record-schema.ts'

function recordOf(status: Partial<FoundOrder>, change: object = {}, wholeCharge?: string): OrderRecord {
  const state = { ...sampleStates.closed, status: { ...sampleStatus, ...status } }
  const confirmed = { ...sampleConfirmation, total: '15', ...change }
  return sampleRecord(state, { confirmed, wholeCharge })
}

const texts = (record: OrderRecord) => {
  const { charge, givenBack, spent } = finalAmounts(record)
  return [charge?.toFixed(), givenBack.toFixed(), spent.toFixed()]
}

describe('charge, refund and what was spent, where a refund is', () => {
  test.each([
    ['named beside the charge', { charge: '15', refund: '3', state: 'in_progress' }, ['15', '3', '12']],
    ['named, though the charge fell too', { charge: '12', refund: '3', state: 'partial' }, ['15', '3', '12']],
    ['named beside a lower price', { charge: '14', refund: '3', state: 'partial' }, ['14', '3', '11']],
    ['named above the charge', { charge: '1', refund: '3', state: 'refunded' }, ['3', '3', '0']],
    [
      'named before a charge is',
      { charge: undefined, refund: '3', state: 'partial' },
      [undefined, '3', '12'],
    ],
    ['named as 0', { charge: '12', refund: '0', state: 'partial' }, ['12', '0', '12']],
    ['missing in the charge of a partial order', { charge: '12', state: 'partial' }, ['15', '3', '12']],
    ['missing in the charge of a canceled order', { charge: '0', state: 'canceled' }, ['15', '15', '0']],
    ['missing in the charge of a refunded order', { charge: '4', state: 'refunded' }, ['15', '11', '4']],
    ['not to be told without a charge', { charge: undefined, state: 'canceled' }, [undefined, '0', '15']],
    ['none where the order goes on', { charge: '12', state: 'in_progress' }, ['12', '0', '12']],
    ['none where the charge is higher', { charge: '16', state: 'partial' }, ['16', '0', '16']],
    ['none where the charge has not fallen', { charge: '15', state: 'canceled' }, ['15', '0', '15']],
    // A third of 15 is not to be written in cents: what is left and what came back make up the whole all the same.
    ['rounded by the upstream', { charge: '11.67', state: 'partial', remains: 333 }, ['15', '3.33', '11.67']],
  ] as const)('%s', (_, status, expected) => {
    expect(texts(recordOf(status))).toEqual(expected)
  })

  test('counts from the charge that was told before it fell', () => {
    expect(texts(recordOf({ charge: '12', state: 'partial' }, {}, '16'))).toEqual(['16', '4', '12'])
  })
})

describe('a charge of 0', () => {
  test.each([
    ['while it is pending', { state: 'pending' }, [undefined, '0', '15']],
    ['of a completed order', { state: 'completed' }, [undefined, '0', '15']],
    ['of an order that is partly delivered', { state: 'partial', remains: 200 }, [undefined, '0', '15']],
    ['where nothing was delivered', { state: 'partial', remains: 1000 }, ['15', '15', '0']],
    ['of a canceled order', { state: 'canceled' }, ['15', '15', '0']],
    ['of a refunded order', { state: 'refunded' }, ['15', '15', '0']],
  ] as const)('%s counts as it should', (_, status, expected) => {
    expect(texts(recordOf({ ...status, charge: '0.00' }))).toEqual(expected)
  })

  test('is the charge of what costs nothing', () => {
    expect(texts(recordOf({ charge: '0', state: 'completed' }, { total: '0' }))).toEqual(['0', '0', '0'])
  })

  test('is not compared with what was agreed to before it is told', () => {
    const { confirmed, state } = recordOf({ charge: '0', state: 'pending' })
    expect('status' in state && reconcileOrder(confirmed, state.status)).toBeUndefined()
  })
})

describe('a charge that is written as a binary float', () => {
  test.each([
    ['0.07700000000000001', {}, '0.077', ['0.077', '0', '0.077']],
    ['0.046200000000000001', { state: 'partial', remains: 400 }, '0.077', ['0.077', '0.0308', '0.0462']],
    ['4.999999999999999', {}, '5', ['5', '0', '5']],
  ] as const)('such as %s is the amount that was meant', (charge, status, total, expected) => {
    expect(texts(recordOf({ ...status, charge }, { total }))).toEqual(expected)
  })

  test('neither goes over a limit nor is told of', () => {
    const record = recordOf({ charge: '5.000000000000001', state: 'completed' }, { total: '5' })
    const context = { records: [record], caps: { perAccount: '10' }, balance: undefined, dayStart: 0 }
    expect(
      checkLimits(sampleRecord(sampleStates.draft, { id: 'new', confirmed: record.confirmed }), context),
    ).toEqual([])
    const accepted = sampleRecord(sampleStates.accepted, { confirmed: record.confirmed })
    const status = { ...sampleStatus, charge: '5.000000000000001' }
    const seen = transition(accepted, { kind: 'status_seen', status }, 0)
    expect(seen.ok && seen.effects).toEqual([{ kind: 'track' }])
  })
})

describe('pieces are counted over all runs', () => {
  const perRun = { quantity: '100', delivers: '1000' }
  test.each([
    ['by what remains', { remains: 500, progress: undefined }, perRun, ['1000', '500', '500']],
    ['by the share that is done', { remains: undefined, progress: 0.25 }, perRun, ['1000', '250', '750']],
    ['at most all of them', { remains: 5000 }, perRun, ['1000', '0', '1000']],
    ['by the upstream’s count, where ours is none', { remains: 5 }, { delivers: null }, ['1000', '995', '5']],
    ['nowhere', { remains: 5, wantedCount: undefined }, { delivers: null }, undefined],
    ['not before they are told', { remains: undefined, progress: undefined }, perRun, undefined],
  ] as const)('%s', (_, status, confirmed, expected) => {
    const { pieces } = finalAmounts(recordOf(status, confirmed))
    const counts = pieces && [pieces.ordered, pieces.delivered, pieces.remains].map(count => count.toFixed())
    expect(counts).toEqual(expected)
  })

  test('in the sentence about a drip-feed that ended in part', () => {
    const record = recordOf({ state: 'partial', remains: 500, charge: '7.5' }, perRun)
    const said = describeState(record)
    for (const fact of ['500 of 1000', '7.5']) expect(said).toContain(fact)
  })
})

const states: readonly UpstreamStatus[] = [
  'pending',
  'in_progress',
  'completed',
  'partial',
  'canceled',
  'refunded',
  'stopped',
  'error',
  'unknown',
]
const amount = fc
  .record({ units: fc.nat(9999), places: fc.nat(12) })
  .map(({ units, places }) => new Decimal(units).div(new Decimal(10).pow(places)).toFixed())
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const anyStatus: fc.Arbitrary<FoundOrder> = fc
  .record({
    state: fc.constantFrom(...states),
    charge: optional(amount),
    refund: optional(amount),
    remains: optional(fc.nat(3000)),
    wantedCount: optional(fc.integer({ min: 1, max: 3000 })),
    progress: optional(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(change => ({ ...sampleStatus, ...change }))

const anyPlaced: fc.Arbitrary<OrderRecord> = fc
  .record({
    status: anyStatus,
    total: amount,
    quantity: fc.integer({ min: 1, max: 100 }),
    runs: fc.integer({ min: 2, max: 30 }),
    isCounted: fc.boolean(),
    wholeCharge: optional(amount),
  })
  .map(({ status, total, quantity, runs, isCounted, wholeCharge }) => {
    const delivers = isCounted ? `${quantity * runs}` : null
    return recordOf(status, { total, quantity: `${quantity}`, delivers }, wholeCharge)
  })

test('no two amounts of one order contradict each other, and its sentence and limits say the same', () => {
  fc.assert(
    fc.property(anyPlaced, record => {
      const { charge, givenBack, spent, pieces } = finalAmounts(record)
      for (const known of [charge, givenBack, spent])
        expect(known?.isNegative() && !known.isZero()).not.toBe(true)
      if (charge !== undefined) expect(charge.minus(givenBack).toFixed()).toBe(spent.toFixed())
      if (pieces !== undefined) {
        expect(pieces.delivered.plus(pieces.remains).toFixed()).toBe(pieces.ordered.toFixed())
        expect(pieces.delivered.gte(0) && pieces.remains.gte(0)).toBe(true)
      }
      expect(spentOf(record).toFixed()).toBe(spent.toFixed())

      const sentence = describeState(record)
      const [, back] = / (\S+) was refunded/.exec(sentence) ?? []
      expect(back ?? '0').toBe(givenBack.toFixed())
      const [, remains, ordered] = /: (\S+) of (\S+) not delivered/.exec(sentence) ?? []
      if (remains !== undefined) {
        expect([remains, ordered]).toEqual([pieces?.remains.toFixed(), pieces?.ordered.toFixed()])
      }

      const context = { records: [record], balance: undefined, dayStart: 0 }
      const draft = { id: 'new', accountId: record.accountId, confirmed: { total: '1' } }
      const [breach] = checkLimits(draft, { ...context, caps: { perAccount: '0' } })
      expect(breach).toMatchObject({ code: 'over_account_cap', spent: spent.toFixed() })
    }),
  )
})

test('a status that follows another changes the whole charge of its own order alone, and before the end alone', () => {
  const step = (record: OrderRecord, change: Partial<FoundOrder>): OrderRecord => {
    const moved = transition(record, { kind: 'status_seen', status: { ...sampleStatus, ...change } }, 0)
    if (!moved.ok) throw new Error(moved.rejection.code)
    return moved.record
  }
  const open = step(sampleRecord(sampleStates.accepted), { charge: '2.6' })
  expect(open.wholeCharge).toBe('2.6')
  expect(step(open, { charge: '0', state: 'pending' }).wholeCharge).toBe('2.6')
  expect(step(open, { charge: '2', refund: '0.6' }).wholeCharge).toBe('2.6')
  const partial = step(open, { charge: '2', state: 'partial', isFinal: true })
  expect([partial.wholeCharge, ...texts(partial)]).toEqual(['2.6', '2.6', '0.6', '2'])
  const outcome = { kind: 'accepted', orderId: '78', startCount: undefined, messages: [] } as const
  const renumbered = transition(partial, { kind: 'ended', outcome }, 0)
  expect(renumbered.ok && renumbered.record.wholeCharge).toBeUndefined()
})

test.each([
  ['with the end of the order, and told by that', 'in_progress', ['partial']],
  ['later', 'partial', ['refunded']],
] as const)('what comes back without being named is told once: %s', (_, state, topics) => {
  const confirmed = { ...sampleConfirmation, total: '2.5', delivers: null }
  const record = sampleRecord({ ...sampleStates.open, status: { ...sampleStatus, state } }, { confirmed })
  const status = { ...sampleStatus, state: 'partial', charge: '1.5' } as const
  const moved = transition(record, { kind: 'status_seen', status }, 0)
  const told = moved.ok ? moved.effects.flatMap(effect => (effect.kind === 'notify' ? effect.topic : [])) : []
  expect(told).toEqual(topics)
})
