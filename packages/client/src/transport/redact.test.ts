import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBodyRedact, createRedact } from './redact.ts'

const secret = 'ab/c+d&e"1234567'

describe('createRedact takes the secret out', () => {
  test.each([
    ['as it is', `key ${secret}.`, 'key [key].'],
    ['of a query', '?api_key=ab%2Fc%2Bd%26e%221234567&action=funds', '?api_key=[key]&action=funds'],
    ['of a query in small hex digits', 'ab%2fc%2bd%26e%221234567', '[key]'],
    ['of JSON', '{"k":"ab/c+d&e\\"1234567"}', '{"k":"[key]"}'],
    ["of PHP's JSON", '{"k":"ab\\/c+d&e\\"1234567"}', '{"k":"[key]"}'],
    ['of HTML', '<b>ab/c+d&amp;e&quot;1234567</b>', '<b>[key]</b>'],
    ['in capitals', secret.toUpperCase(), '[key]'],
    ['wherever it stands', `${secret}${secret} ${secret}`, '[key][key] [key]'],
    ['also where the text was cut short inside it', 'Bad key ab/c+d&e"12345', 'Bad key [key]'],
  ])('%s', (_, text, redacted) => {
    expect(createRedact(secret)(text)).toBe(redacted)
  })

  test('and leaves a text without it as it is', () => {
    expect(createRedact(secret)('nothing here, ab/')).toBe('nothing here, ab/')
  })

  test('whatever its characters are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5 }), fc.string(), fc.string(), (key, before, after) => {
        // Else the mark could complete what is looked for.
        fc.pre(!/[[\]]/.test(key))
        expect(createRedact(key)(`${before}${key}${after}`)).not.toContain(key)
      }),
    )
  })
})

describe('createBodyRedact', () => {
  test.each([
    ['takes a key of the usual form out', '172a1c26', '{"k":"172a1c26"}', '{"k":"[key]"}'],
    ['leaves a short one, which may be a word of the answer', 'status', '{"status":1}', '{"status":1}'],
    ['leaves one that may be a number of the answer', '12345678', '{"id":12345678}', '{"id":12345678}'],
  ])('%s', (_, key, text, redacted) => {
    expect(createBodyRedact(key)(text)).toBe(redacted)
  })
})
