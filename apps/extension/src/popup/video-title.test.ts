import { expect, test } from 'vitest'
import { videoTitle } from './video-title.ts'

test.each([
  ['(3) A walk along the river - YouTube', 'A walk along the river'],
  ['(99+) A walk - YouTube', 'A walk'],
  ['A walk (3) - part two - YouTube', 'A walk (3) - part two'],
  ['YouTube', 'YouTube'],
  ['', ''],
])('%j is shown as %j', (title, shown) => expect(videoTitle(title)).toBe(shown))
