import { describe, expect, test } from 'vitest'
import { minuteMs, sampleListed, sampleRecord, sampleStates, start } from '../../test/samples.ts'
import type { OrderRecord, OrderState } from '../record/record-schema.ts'
import { lastLookMs } from '../resolve/timing.ts'
import { dueAtOf, ripeAt } from './due-at.ts'

const now = start + 60 * minuteMs
const unknown = sampleStates.unknown

const cases: readonly (readonly [string, OrderState, Partial<OrderRecord>, number | undefined])[] = [
  ['an unknown order is looked up when that can prove something', unknown, {}, unknown.lookAgainAt],
  [
    'an unknown order that was written down by a clock ahead is looked up at once',
    { ...unknown, since: now + 1, lookAgainAt: now + 9 },
    {},
    now,
  ],
  [
    'an unknown order that the person has to choose is not',
    { ...unknown, candidates: [sampleListed] },
    {},
    undefined,
  ],
  ['without a listing the balance is read once', unknown, { canListOrders: false }, unknown.since],
  ['and no second time', { ...unknown, balanceAfter: '1' }, { canListOrders: false }, undefined],
  ['what counts as not placed is looked for a last time', sampleStates.not_placed, {}, start + lastLookMs],
  ['but not without a listing', sampleStates.not_placed, { canListOrders: false }, undefined],
  ['an open order is asked about after a sixth of its quiet', sampleStates.open, {}, now + 10 * minuteMs],
  ['and so is an accepted one', sampleStates.accepted, {}, now + 10 * minuteMs],
  ['a queued order waits for its sender alone', sampleStates.queued, {}, undefined],
  ['a closed one for nothing', sampleStates.closed, {}, undefined],
]

describe('when the upstream is asked next', () => {
  test.each(cases)('%s', (_, state, change, dueAt) => {
    expect(dueAtOf(sampleRecord(state, change), now)).toBe(dueAt)
  })
})

test('an order that is due goes along with others from half of its interval on', () => {
  const record = sampleRecord(sampleStates.open, { dueAt: now + 10 * minuteMs })
  expect(ripeAt(record, now)).toBe(now + 5 * minuteMs)
  expect(ripeAt(sampleRecord(sampleStates.open), now)).toBe(Number.POSITIVE_INFINITY)
})
