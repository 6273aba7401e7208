import { expect, test } from 'vitest'
import { agoWords, formatTime } from './time.ts'

const minute = 60_000
const now = Date.UTC(2026, 10, 22, 12)

test.each([
  [-minute, 'just now'],
  [minute - 1, 'just now'],
  [minute, '1 minute ago'],
  [60 * minute - 1, '59 minutes ago'],
  [60 * minute, '1 hour ago'],
  [24 * 60 * minute - 1, '23 hours ago'],
  [24 * 60 * minute, '1 day ago'],
  [40 * 24 * 60 * minute, '40 days ago'],
])('%d ms: %s', (passed, words) => {
  expect(agoWords(now - passed, now)).toBe(words)
})

test('a time shows in the zone of the person; what is no time shows as the upstream told it', () => {
  const noon = new Date(2026, 10, 22, 14, 5)
  expect(formatTime(noon.getTime())).toBe('Nov 22, 2:05 PM')
  expect(formatTime(noon.toISOString())).toBe('Nov 22, 2:05 PM')
  expect(formatTime('0000-00-00 00:00:00')).toBe('0000-00-00 00:00:00')
})
