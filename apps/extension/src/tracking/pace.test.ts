import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paceBounds, paceMs } from './pace.ts'

const minute = 60_000
const hour = 60 * minute

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
  expect(paceMs(quietMs)).toBe(pauseMs)
})

test('the longer it is quiet the longer the pause, within its bounds', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (one, other) => {
      const [shorter, longer] = [paceMs(Math.min(one, other)), paceMs(Math.max(one, other))]
      return paceBounds.leastMs <= shorter && shorter <= longer && longer <= paceBounds.mostMs
    }),
  )
})

test('an order that stays as it is costs 42 questions in its first day and one a day after a week', () => {
  const asked: number[] = []
  for (let at = 0; at < 8 * 24 * hour; at += paceMs(at)) asked.push(at)
  const within = (from: number, to: number): number =>
    asked.filter(at => at >= from * hour && at < to * hour).length
  // One a minute for six minutes; then each comes a sixth later than the one before, until the day is over.
  expect(within(0, 24)).toBe(6 + Math.ceil(Math.log((24 * hour) / (6 * minute)) / Math.log(7 / 6)))
  expect(within(7 * 24, 8 * 24)).toBe(1)
})
