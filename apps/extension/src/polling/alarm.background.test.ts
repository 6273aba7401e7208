import { expect, test } from 'vitest'
import { alarmTime } from './alarm.background.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

test.each([
  [60_000, 0, 60_000],
  [60_000, 1, 66_000],
  [30_001, 0, 30_001],
  [29_999, 0, 30_000],
  [-500_000, 1, 33_000],
])('a turn in %s ms rings by chance %s in %s ms', (inMs, random, rings) => {
  expect(alarmTime(now + inMs, now, random)).toBe(now + rings)
})
