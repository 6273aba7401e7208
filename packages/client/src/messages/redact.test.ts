import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthOf, mostGrowth } from '../../test/growth.ts'
import { createRedact, createValueRedact } from './redact.ts'

const secret = 'ab/c+d&e"1234567'

describe('createRedact takes the secret out', () => {
  test.each([
    ['as it is', `key ${secret}.`, 'key [key].'],
    ['of a query', '?api_key=ab%2Fc%2Bd%26e%221234567&action=funds', '?api_key=[key]&action=funds'],
    ['of a query in small hex digits', 'ab%2fc%2bd%26e%221234567', '[key]'],
    ['of a query in a query', '?u=ab%252Fc%252Bd%2526e%25221234567&x', '?u=[key]&x'],
    ['of JSON', '{"k":"ab/c+d&e\\"1234567"}', '{"k":"[key]"}'],
    ["of PHP's JSON", '{"k":"ab\\/c+d&e\\"1234567"}', '{"k":"[key]"}'],
    ['of JSON that escapes everything', '\\u0061b\\u002Fc\\u002bd\\u0026e\\u00221234567!', '[key]!'],
    ['of HTML', '<b>ab/c+d&amp;e&quot;1234567</b>', '<b>[key]</b>'],
    ['of HTML by numbers', '<b>&#97;&#x62;&sol;c&plus;d&#38;e&#034;1234567</b>', '<b>[key]</b>'],
    ['of HTML in HTML', 'ab/c+d&amp;amp;e&amp;quot;1234567', '[key]'],
    [
      'of a query in HTML in JSON',
      '{"k":"ab%2Fc%2Bd&amp;\\u0065\\u00251234567 ab%2Fc%2Bd%26e%22\\u00312\\u0033&#52;567"}',
      '{"k":"ab%2Fc%2Bd&amp;\\u0065\\u00251234567 [key]"}',
    ],
    ['in capitals', secret.toUpperCase(), '[key]'],
    ['wherever it stands', `${secret}${secret} ${secret}`, '[key][key] [key]'],
    ['also where the text was cut short inside it', 'Bad key ab/c+d&e"12345', 'Bad key [key]'],
    ['also where it was cut short inside an escape', 'Bad key ab%2Fc%2Bd%2', 'Bad key [key]'],
  ])('%s', (_, text, redacted) => {
    expect(createRedact(secret)(text)).toBe(redacted)
  })

  test('and leaves a text without it as it is', () => {
    expect(createRedact(secret)('nothing here, 1+1 & 100%25, ab/')).toBe('nothing here, 1+1 & 100%25, ab/')
  })

  test('that overlaps itself', () => {
    expect(createRedact('abab')('xababab')).toBe('x[key]ab')
    expect(createRedact('aab')('aaab')).toBe('a[key]')
  })
})

type Encode = (character: string) => string

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')
const units = (character: string): readonly number[] =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))

/** What a server may make of one character. */
const encodes: readonly Encode[] = [
  character => character,
  encodeURIComponent,
  character => encodeURIComponent(character).toLowerCase(),
  character => encodeURIComponent(encodeURIComponent(character)),
  character => new URLSearchParams([['', character]]).toString().slice(1),
  character =>
    units(character)
      .map(code => `\\u${hex(code, 4)}`)
      .join(''),
  character => JSON.stringify(character).slice(1, -1).replaceAll('/', '\\/'),
  character => `&#${character.codePointAt(0)};`,
  character => `&#x${hex(character.codePointAt(0) ?? 0, 2)};`,
  character => character.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  character => [...Buffer.from(character)].map(byte => `%${hex(byte, 2)}`).join(''),
  character => [...Buffer.from(character)].map(byte => `%25${hex(byte, 2)}`).join(''),
]

/** Odd keys too; a mark in a key could complete what is looked for. */
const keys: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ minLength: 8, maxLength: 60 }),
    fc.string({ unit: 'binary', minLength: 8, maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom('a', 'b', '%', '+', '\\', '&', '"', '/', '4', '1', ' ', 'é', '😀'),
      minLength: 8,
    }),
    fc.stringMatching(/^[0-9a-f]{32}$/),
  )
  .map(key => key.trim())
  .filter(key => key.length >= 8 && !/\p{Cs}/u.test(key) && !/[[\]]/.test(key))

/** A key with each of its characters written in one way or another. */
function written(key: string, ways: readonly number[]): string {
  return [...key].map((character, index) => encodes[ways[index % ways.length] ?? 0]?.(character)).join('')
}

/** That neither the key nor its echo is left of a text or a value. */
function expectGone(key: string, echo: string): void {
  const text = `Bad key "${echo}" given`
  expect(createRedact(key)(text)).toBe('Bad key "[key]" given')
  const value = createValueRedact(key)({ a: [text], [`x ${echo}`]: { b: echo } })
  expect(value).toStrictEqual({ a: ['Bad key "[key]" given'], 'x [key]': { b: '[key]' } })
}

const way = fc.nat({ max: encodes.length - 1 })

test('no escapes hide a key, whatever its characters are, in up to four layers', () => {
  fc.assert(
    fc.property(keys, way, fc.integer({ min: 0, max: 2 }), (key, index, layers) => {
      let echo = key
      for (let layer = 0; layer < layers; layer += 1) echo = written(echo, [index])
      expectGone(key, echo)
    }),
    { numRuns: 500 },
  )
})

test('no mixture of escapes hides a key that looks like none itself', () => {
  fc.assert(
    fc.property(keys, fc.array(way, { minLength: 1, maxLength: 6 }), (key, ways) => {
      fc.pre(!/[\\%&+;]/.test(key))
      expectGone(key, written(key, ways))
    }),
    { numRuns: 500 },
  )
})

describe('createValueRedact', () => {
  test.each([
    ['in a text', '172a1c26', 'k 172a1c26', 'k [key]'],
    [
      'in names and in depth',
      '172a1c26',
      { '172a1c26': [{ a: '172A1C26' }, null, true] },
      { '[key]': [{ a: '[key]' }, null, true] },
    ],
    [
      'that is a number',
      '12345678',
      { a: 12345678, b: '12345678', c: 123456789, d: '0.12345678' },
      { a: '[key]', b: '[key]', c: 123456789, d: '0.[key]' },
    ],
    [
      'that is short and stands alone',
      'k3y#',
      { k3y: 'k3y#', b: 'a (k3y#)', c: 'xk3y#' },
      { k3y: '[key]', b: 'a ([key])', c: 'xk3y#' },
    ],
  ])('takes a key out %s', (_, key, value, redacted) => {
    expect(createValueRedact(key)(value)).toStrictEqual(redacted)
  })

  test.each([
    ['one that may be a word of the answer', 'key', { key: 'key' }],
    ['a short one inside a word, and in a name', 'rate', { rate: 'moderate' }],
    ['what only begins like it, as many ids do', '172a1c26', { order: 'x172a1c' }],
  ])('leaves %s', (_, key, value) => {
    expect(createValueRedact(key)(value)).toStrictEqual(value)
  })

  test('keeps a property that is called __proto__', () => {
    const value: unknown = JSON.parse('{"__proto__":{"order":"172a1c26"}}')
    expect(JSON.stringify(createValueRedact('172a1c26')(value))).toBe('{"__proto__":{"order":"[key]"}}')
  })
})

test.each([
  [
    'a text of what the key begins with',
    'a'.repeat(50),
    (n: number) =>
      'a'
        .repeat(49)
        .concat('b')
        .repeat(n / 50),
  ],
  ['a long key that nearly stands there', `${'a'.repeat(5000)}b`, (n: number) => 'a'.repeat(n)],
  ['a text of escapes', 'abcdefgh', (n: number) => '%2525'.repeat(n / 5)],
  ['a text of keys', 'abcdefgh', (n: number) => 'abcdefgh'.repeat(n / 8)],
  ['halves of escapes', 'abcdefgh', (n: number) => '&#'.repeat(n / 2)],
  ['backslashes', 'abcdefgh', (n: number) => '\\'.repeat(n)],
])('%s takes a time that grows with its length alone', (_, key, textOf) => {
  expect(growthOf(createRedact(key), textOf)).toBeLessThan(mostGrowth)
})
