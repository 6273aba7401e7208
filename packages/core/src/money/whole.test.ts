import { expect, test } from 'vitest'
import { isMultipleOf, shortWhole, whole } from './whole.ts'

test.each([
  ['0', 0],
  ['007', 7],
  ['999999999999999', 999_999_999_999_999],
  ['1000000000000000', -1],
  ['', -1],
  ['-1', -1],
  ['+1', -1],
  ['1.0', -1],
  [' 1', -1],
  ['1e3', -1],
  ['٣', -1],
  [':', -1],
  ['/', -1],
])('%j is read as %d', (text, expected) => {
  expect(shortWhole(text)).toBe(expected)
})

test.each([
  [2n ** 53n - 1n, 2 ** 53 - 1],
  [2n ** 53n, 2n ** 53n],
  [1n - 2n ** 53n, 1 - 2 ** 53],
  [-(2n ** 53n), -(2n ** 53n)],
])('%d is a number as long as it is safe', (value, expected) => {
  expect(whole(value)).toBe(expected)
})

test.each([
  [150, 50, true],
  [151, 50, false],
  [0, 50, true],
  [7, 0, false],
  [0, 0, false],
  [10n ** 20n, 1000, true],
  [10n ** 20n + 1n, 1000, false],
  [1000, 10n ** 20n, false],
  [10n ** 20n, 0n, false],
])('%d is a multiple of %d: %s', (value, of, expected) => {
  expect(isMultipleOf(value, of)).toBe(expected)
})
