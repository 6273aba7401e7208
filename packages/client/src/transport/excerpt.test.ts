import { expect, test } from 'vitest'
import { createRedact } from '../messages/redact.ts'
import { excerpt } from './excerpt.ts'

const redact = createRedact('secret-key-1')

test.each([
  ['a short text as it is', 'plain', 'plain'],
  ['one line of it', ' a\r\n\tb\0c ', 'a b c'],
  ['200 code points', '😀'.repeat(200), '😀'.repeat(200)],
  ['no more than 200 code points', '😀'.repeat(201), `${'😀'.repeat(200)}…`],
  ['no key', 'Bad key: secret-key-1', 'Bad key: [key]'],
  ['no key across the cut', `${'x'.repeat(195)}secret-key-1yyy`, `${'x'.repeat(195)}[key]…`],
  [
    'no key where only the beginning of a long text is looked at',
    `${'x'.repeat(4090)}secret-key-1`,
    `${'x'.repeat(200)}…`,
  ],
])('excerpt gives %s', (_, text, expected) => {
  expect(excerpt(text, redact)).toBe(expected)
})
