import { describe, expect, it } from 'vitest'
import { holdsKey } from '../http/key-field.ts'
import { createRedactor, redactFields, withoutCutKey } from './redact.ts'

const key = 'real-key-sent-by-mistake'

describe('a field of that name holds a key', () => {
  it.each([
    ...['key', 'api_key', 'apiKey', 'API_KEY', 'X-Api-Key', 'x-api-key', 'Authorization', 'my_key', 'myKey'],
    ...['panel.key', 'key[]', 'auth[key]', 'the_key_of_mine', 'accessToken', 'Proxy-Authorization', 'key2'],
    ...['client_secret', 'smm_api_key', 'password', 'bearer', 'credentials'],
  ])('%s', name => {
    expect(holdsKey(name)).toBe(true)
  })
})

describe('a field of that name holds none', () => {
  it.each([
    ...[
      'keyboard',
      'tokens',
      'keywords',
      'google_keyword',
      'monkey',
      'author',
      'compass',
      'link',
      'passengers',
    ],
    ...['constructor', '__proto__', 'toString', 'k'.repeat(100_000), `${'key'.repeat(50_000)}x`],
  ])('%.40s', name => {
    expect(holdsKey(name)).toBe(false)
  })
})

describe('texts that take long where reading is not in one go', () => {
  const size = 1_000_000
  const long = (part: string): string => part.repeat(size / part.length)
  const redact = createRedactor(new Map([['key', key]]), [])
  it.each<[string, string]>([
    ['quotes', long('"')],
    ['escaped quotes', `{${long('\\"')}`],
    ['a text without an end', `{"a":"${long('\\')}`],
    ['names without values', `{${long('"a":')}`],
    ['brackets', long('[')],
    ['braces', long('{"a":')],
    ['percent signs', long('%')],
    ['percent codes', long('%25')],
    ['codes that are no UTF-8', long('%e4%b8')],
    ['codes in codes', `%${'25'.repeat(size / 2)}41`],
    ['escapes', long('\\u005c')],
    ['backslashes', long('\\')],
    ['beginnings of a key', long(key.slice(0, -1))],
    ['white space behind a text', `{"a"${long(' ')}`],
  ])('%s', (_, text) => {
    const shown = redactFields(
      new Map([
        ['link', text],
        [text, '1'],
      ]),
      redact,
    )
    expect(shown.get('link')).toBe(text)
  })

  it('and keys of hundreds of fields are removed from those at least', () => {
    const fields = new Map(Array.from({ length: 1000 }, (_, at) => [`key${at}`, `${at}`.padStart(900, 'x')]))
    const shown = redactFields(fields, createRedactor(fields, []))
    expect(new Set(shown.values())).toEqual(new Set(['[redacted]']))
  })
})

it('a text that was cut off shows no beginning of a key', () => {
  expect(withoutCutKey(`{"long_url":"a?${key.slice(0, 12)}`, [key])).toBe('{"long_url":"a?[redacted]')
  expect(withoutCutKey(`{"long_url":"a?${key.slice(0, 7)}`, [key])).toBe(`{"long_url":"a?${key.slice(0, 7)}`)
})
