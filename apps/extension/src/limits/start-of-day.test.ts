import { afterEach, expect, test, vi } from 'vitest'
import { startOfDay } from './start-of-day.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  ['UTC', '2026-11-22T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
  ['UTC', '2026-11-22T23:59:59.999Z', '2026-11-22T00:00:00.000Z'],
  ['America/New_York', '2026-11-22T04:59:59.999Z', '2026-11-21T05:00:00.000Z'],
  ['America/New_York', '2026-11-22T05:00:00.000Z', '2026-11-22T05:00:00.000Z'],
  // The clocks go back an hour after midnight.
  ['America/New_York', '2026-11-01T17:00:00.000Z', '2026-11-01T04:00:00.000Z'],
  ['Asia/Tokyo', '2026-11-22T15:00:00.000Z', '2026-11-22T15:00:00.000Z'],
])('in %s the day of %s began at %s', (zone, time, start) => {
  vi.stubEnv('TZ', zone)
  expect(new Date(startOfDay(Date.parse(time))).toISOString()).toBe(start)
})
