import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffBounds, backOffMs, intervalBefore, pollIntervalBounds, pollIntervalMs } from './intervals.ts'

const minute = 60_000

const hour = 60 * minute

test.each([
  [1, undefined, 0, minute],
  [1, undefined, 1, 1.25 * minute],
  [2, undefined, 0, 2 * minute],
  [6, undefined, 0, 32 * minute],
  [7, undefined, 0, hour],
  [5000, undefined, 0, hour],
  [1, 0, 0, minute],
  [1, 90_000, 0, 90_000],
  [1, 90_000, 1, 112_500],
  [3, 90_000, 0, 4 * minute],
  [1, 25 * hour, 0, 24 * hour],
])(
  'failure %s, asked for %s ms, by chance %s: left alone for %s ms',
  (failures, retryAfterMs, random, ms) => {
    expect(backOffMs({ failures, retryAfterMs, random })).toBe(ms)
  },
)

const failures = fc.integer({ min: 1, max: 10_000 })

const retryAfterMs = fc.option(fc.maxSafeNat(), { nil: undefined })

const random = fc.double({ min: 0, max: 1, noNaN: true })

test('more failures never shorten the pause', () => {
  fc.assert(
    fc.property(failures, failures, retryAfterMs, random, (one, other, asked, chance) => {
      const after = (count: number): number =>
        backOffMs({ failures: count, retryAfterMs: asked, random: chance })
      return after(Math.min(one, other)) <= after(Math.max(one, other))
    }),
  )
})

test('the pause is never shorter than the first or than what was asked for, and ends within 30 hours', () => {
  fc.assert(
    fc.property(failures, retryAfterMs, random, (count, asked, chance) => {
      const pause = backOffMs({ failures: count, retryAfterMs: asked, random: chance })
      const least = Math.min(asked ?? 0, backOffBounds.mostAskedForMs)
      return pause >= backOffBounds.firstMs && pause >= least && pause <= 30 * hour
    }),
  )
})

test.each([
  [-hour, minute],
  [0, minute],
  [6 * minute - 6, minute],
  [6 * minute, minute],
  [6 * minute + 6, minute + 1],
  [hour, 10 * minute],
  [143 * hour, (143 / 6) * hour],
  [144 * hour, 24 * hour],
  [145 * hour, 24 * hour],
])('after %s ms of quiet comes a pause of %s ms', (quietMs, pauseMs) => {
  expect(pollIntervalMs(quietMs)).toBe(pauseMs)
})

test('the longer it is quiet the longer the pause, within its bounds', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (one, other) => {
      const [shorter, longer] = [pollIntervalMs(Math.min(one, other)), pollIntervalMs(Math.max(one, other))]
      return pollIntervalBounds.leastMs <= shorter && shorter <= longer && longer <= pollIntervalBounds.mostMs
    }),
  )
})

test('an order that stays as it is is polled 42 times in its first day and one a day after a week', () => {
  const asked: number[] = []
  for (let at = 0; at < 8 * 24 * hour; at += pollIntervalMs(at)) asked.push(at)
  const within = (from: number, to: number): number =>
    asked.filter(at => at >= from * hour && at < to * hour).length
  // One a minute for six minutes; then each comes a sixth later than the one before, until the day is over.
  expect(within(0, 24)).toBe(6 + Math.ceil(Math.log((24 * hour) / (6 * minute)) / Math.log(7 / 6)))
  expect(within(7 * 24, 8 * 24)).toBe(1)
})

test('the interval before a poll is known from when it is due', () => {
  fc.assert(
    fc.property(fc.nat(400 * 24 * hour), quietMs => {
      const intervalMs = pollIntervalMs(quietMs)
      expect(intervalBefore(quietMs + intervalMs)).toBeCloseTo(intervalMs, 3)
    }),
  )
})
