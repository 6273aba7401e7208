import { lastLookMs, reconsideredMs } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { orderRecord, recordedAt } from '../../test/order-record.ts'
import { isLookUpDue, isLookUpStale, isLookUpWanted } from './look-up-target.ts'
import { pollTargetsOf } from './poll-targets.ts'

const minute = 60_000
const now = Date.parse('2026-11-22T12:00:00Z')

test.each([
  ['at its time', now, undefined, true],
  ['not before its time', now + 1, undefined, false],
  ['not where only a person may want to know', undefined, undefined, false],
  ['a minute after the last time', now - minute, now - minute, true],
  ['not within a minute of the last time', now - minute, now - minute + 1, false],
])('the alarm looks for an order in doubt %s', (_, notBefore, asked, isDue) => {
  const askedAt = asked === undefined ? {} : { a: asked }
  expect(isLookUpDue({ key: 'a', recordId: 'r', notBefore }, askedAt, now)).toBe(isDue)
})

test.each([
  ['at its time', now, undefined, true],
  ['not before its time, when a list tells nothing', now + 1, undefined, false],
  ['where a balance may have changed', undefined, now - minute, true],
  ['not where that was asked seconds ago', undefined, now - 1000, false],
])('a window that opens looks for it %s', (_, notBefore, asked, isStale) => {
  const askedAt = asked === undefined ? {} : { a: asked }
  expect(isLookUpStale({ key: 'a', recordId: 'r', notBefore }, askedAt, now)).toBe(isStale)
})

test.each([
  ['at its time', now, undefined, true],
  ['not before its time', now + 1, undefined, false],
  ['once', now - 10 * minute, now - 10 * minute, false],
])('the last look for what counts as not placed is due %s', (_, notBefore, asked, isDue) => {
  const askedAt = asked === undefined ? {} : { a: asked }
  const lookUp = { key: 'a', recordId: 'r', notBefore, isLast: true }
  expect([isLookUpDue(lookUp, askedAt, now), isLookUpStale(lookUp, askedAt, now)]).toStrictEqual([
    isDue,
    isDue,
  ])
})

test.each([
  ['an order in doubt always', false, 0, true],
  ['what has counted as not placed for less than a day', true, now - 1439 * minute, true],
  ['not what has for longer', true, now - 1440 * minute, false],
])('a person who wants to know looks for %s', (_, isLast, notBefore, isWanted) => {
  expect(isLookUpWanted({ key: 'a', recordId: 'r', notBefore, isLast }, now)).toBe(isWanted)
})

test('what counts as not placed is looked for as late as the outbox says, by itself and for a person who asks', () => {
  const record = orderRecord({ name: 'not_placed', by: 'look_up' }, { canListOrders: true })
  const [lookUp] = pollTargetsOf([{ record }], recordedAt).lookUps
  if (lookUp === undefined) throw new Error('It is not looked for.')
  expect(lookUp.notBefore).toBe(recordedAt + lastLookMs)
  const end = recordedAt + lastLookMs + reconsideredMs
  expect([end - 1, end].map(now => isLookUpWanted(lookUp, now))).toEqual([true, false])
})
