import { expect, test } from 'vitest'
import { videoTitle } from './video-title.ts'

test.each([
  ['(3) A walk along the river - YouTube', 'A walk along the river'],
  ['(99+) A walk - YouTube', 'A walk'],
  ['A walk (3) - part two - YouTube', 'A walk (3) - part two'],
  ['(1984) - YouTube', '(1984)'],
  ['(3) (1984) - YouTube', '(1984)'],
  ['(1984)', '(1984)'],
  ['(3)A walk - YouTube', '(3)A walk'],
  ['(3) YouTube', 'YouTube'],
  [' - YouTube', ''],
  ['A walk - YouTube - YouTube', 'A walk - YouTube'],
  ['\u200e(3) A walk\u200e - YouTube', 'A walk'],
  ['YouTube', 'YouTube'],
  ['', ''],
])('%j is shown as %j', (title, shown) => expect(videoTitle(title)).toBe(shown))

test('a title of a million blanks is read, and cut', () => {
  expect(videoTitle(`a${' '.repeat(1_000_000)}-${' '.repeat(1_000_000)}b`)).toBe('a')
  expect(videoTitle('x'.repeat(1_000_000))).toHaveLength(300)
})
