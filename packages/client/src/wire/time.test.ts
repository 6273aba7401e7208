import { expect, test } from 'vitest'
import { readTime } from './time.ts'

test.each([
  ['2021-12-30 23:59:59', '2021-12-30T23:59:59.000Z'],
  ['2021-12-30T23:59:59', '2021-12-30T23:59:59.000Z'],
  ['2024-02-29 00:00:00', '2024-02-29T00:00:00.000Z'],
  ['2023-02-29 00:00:00', undefined],
  ['2021-12-30 24:00:00', undefined],
  ['2021-13-01 00:00:00', undefined],
  ['0000-00-00 00:00:00', undefined],
  ['2021-12-30', undefined],
  ['yesterday', undefined],
  ['', undefined],
  [1640908799, undefined],
  [null, undefined],
])('the time of %j is %j', (value, iso) => {
  expect(readTime(value)).toBe(iso)
})
