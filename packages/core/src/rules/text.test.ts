import { expect, test } from 'vitest'
import { countLines, isBlankText, withoutBlankLines } from './text.ts'

test.each([
  ['', true],
  [' \t\n', true],
  ['\u200b', true],
  ['\u200e\u2066 \u2069\ufeff\u00ad', true],
  ['\u200bx', false],
  ['\u0301', false],
])('%j is blank: %s', (text, isBlank) => {
  expect(isBlankText(text)).toBe(isBlank)
})

test.each([
  ['one\n\n \n\u200b\ntwo\n', 2, 'one\ntwo'],
  ['\n', 0, ''],
  [' one \n\u200btwo', 2, ' one \n\u200btwo'],
])('%j has %i lines that are not blank', (text, count, kept) => {
  expect(countLines(text)).toBe(count)
  expect(withoutBlankLines(text)).toBe(kept)
})
