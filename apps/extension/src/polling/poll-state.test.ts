import { expect, test } from 'vitest'
import { afterAnswer, afterFailure, freshPollState, nextTurnAt, pollStateAt, withOnly } from './poll-state.ts'
import type { PollTarget } from './poll-target.ts'

const minute = 60_000

const now = Date.parse('2026-11-22T12:00:00Z')

const order = (key: string): PollTarget => ({ key, recordId: key, id: key, changedAt: now })

test('an account without targets is not polled', () => {
  expect(nextTurnAt(freshPollState, [], [])).toBeUndefined()
})

test('the next turn is that of the first order or look-up that is due', () => {
  const state = { ...freshPollState, askedAt: { a: now + 5 * minute } }
  expect(nextTurnAt(state, [order('a'), order('b')], [])).toBe(now + minute)
  expect(nextTurnAt(state, [order('a')], [])).toBe(now + 6 * minute)
  expect(nextTurnAt(state, [order('a')], [now + 2 * minute])).toBe(now + 2 * minute)
})

test('more look-ups than a call takes arguments are no obstacle', () => {
  const times = Array.from({ length: 300_000 }, (_, index) => now + minute + index)
  expect(nextTurnAt(freshPollState, [], times)).toBe(now + minute)
})

test('each failure puts the next turn off further, until an answer comes', () => {
  const failure = { retryAfterMs: undefined, random: 0 }
  const once = afterFailure(freshPollState, failure, now)
  const twice = afterFailure(once, failure, now)
  expect([once, twice].map(state => nextTurnAt(state, [order('a')], [now]))).toStrictEqual([
    now + minute,
    now + 2 * minute,
  ])
  expect(afterAnswer(twice, ['a'], now)).toStrictEqual({ ...freshPollState, askedAt: { a: now } })
})

test('an upstream that names a time is closed until then, and one that names none is not', () => {
  const closed = (retryAfterMs: number | undefined): number =>
    afterFailure(freshPollState, { retryAfterMs, random: 0.5 }, now).closedUntil
  expect([closed(undefined), closed(90_000), closed(25 * 60 * minute)]).toStrictEqual([
    now,
    now + 90_000,
    now + 24 * 60 * minute,
  ])
})

test('what was not asked about is kept, what is no target any more is forgotten', () => {
  const state = afterAnswer({ ...freshPollState, askedAt: { over: 1, other: 2 } }, ['a'], now)
  expect(state.askedAt).toStrictEqual({ over: 1, other: 2, a: now })
  expect(withOnly(state, new Set(['a', 'other', 'new'])).askedAt).toStrictEqual({ other: 2, a: now })
})

test('a clock that was set back forgets what was asked and what failed later than now, and nothing else', () => {
  const state = {
    ...afterFailure(freshPollState, { retryAfterMs: 60 * minute, random: 0 }, now),
    askedAt: { a: now, b: 1 },
  }
  expect(pollStateAt(state, now)).toStrictEqual(state)
  const back = pollStateAt(state, now - 1)
  expect(back).toMatchObject({ failures: 1, notBefore: 0, closedUntil: 0, askedAt: { b: 1 } })
  expect(nextTurnAt(back, [{ ...order('a'), changedAt: 0 }], [])).toBeLessThan(now)
})
