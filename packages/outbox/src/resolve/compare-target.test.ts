import { expect, test } from 'vitest'
import { compareTarget } from './compare-target.ts'

const video = 'https://www.youtube.com/watch?v=jofNR_WkoCE'
const channel = 'https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa'
const handle = 'https://www.youtube.com/@sample'
const page = 'https://www.example.com/p/AbC/?lang=en'

test.each([
  [video, undefined, 'blank'],
  [video, '  ', 'blank'],
  [video, video, 'same'],
  [video, 'jofNR_WkoCE', 'same'],
  [video, 'https://youtu.be/jofNR_WkoCE?t=5', 'same'],
  [video, 'http://m.youtube.com/watch?feature=share&v=jofNR_WkoCE', 'same'],
  [`${video}&list=PL1`, 'jofNR_WkoCE', 'same'],
  ['https://youtu.be/jofNR_WkoCE', 'jofNR_WkoCE', 'same'],
  [video, 'jofNR_WkoCf', 'different'],
  [video, 'https://youtu.be/jofNR_WkoCf', 'different'],
  [video, 'Some channel', 'unclear'],
  [channel, 'UCaaaaaaaaaaaaaaaaaaaaaa', 'same'],
  [channel, 'UCbbbbbbbbbbbbbbbbbbbbbb', 'different'],
  [handle, '@sample', 'same'],
  [handle, 'UCaaaaaaaaaaaaaaaaaaaaaa', 'unclear'],
  [handle, 'Elevenchars', 'unclear'],
  [page, 'http://example.com/p/AbC', 'same'],
  [page, 'https://example.com/p/AbC?lang=en&x=1', 'same'],
  [page, 'https://example.com/p/other', 'different'],
  [page, 'https://example.com/p/abc', 'unclear'],
  [page, 'https://example.com/p', 'unclear'],
  [handle, 'https://www.youtube.com/@other', 'different'],
  [handle, 'https://www.youtube.com/@Sample', 'unclear'],
  [handle, 'https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa', 'unclear'],
  [handle, 'https://www.youtube.com/user/sample', 'unclear'],
  [handle, 'https://www.youtube.com/@sample/videos', 'unclear'],
  ['https://example.com/a?id=1', 'https://example.com/a?id=2', 'different'],
  [page, 'https://ex.am/AbC', 'unclear'],
  ['https://example.com/ä', 'https://example.com/%C3%A4', 'unclear'],
  ['someone', 'someone', 'same'],
  ['someone', 'Someone', 'unclear'],
  [undefined, 'someone', 'unclear'],
  [undefined, undefined, 'blank'],
] as const)('%s, listed as %s, is %s', (target, listed, match) => {
  expect(compareTarget(target, listed)).toBe(match)
})
