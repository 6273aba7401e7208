import { expect, test } from 'vitest'
import { retryAfterMs } from './exchange.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 5 ', 5000],
  ['1.5', 1500],
  ['0.0001', 1],
  ['.5', undefined],
  ['-1', undefined],
  ['1.5.5', undefined],
  ['2026', 2_026_000],
  ['Sun, 22 Nov 2026 12:00:07 GMT', 7000],
  ['Sunday, 22-Nov-26 12:00:07 GMT', 7000],
  ['Sun Nov 22 12:00:07 2026 GMT', 7000],
  ['Sun, 22 Nov 2026 11:59:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %j asks for %s ms', (header, durationMs) => {
  expect(retryAfterMs(header, now)).toBe(durationMs)
})
