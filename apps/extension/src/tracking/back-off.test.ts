import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffBounds, backOffMs } from './back-off.ts'

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
