import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'

describe('parseJson', () => {
  test.each([
    ['0.08011655652', 0.08011655652],
    ['0.123456789012345678901', '0.123456789012345678901'],
    ['9007199254740993', '9007199254740993'],
    ['1.50', '1.50'],
    ['1e3', '1e3'],
    ['-0', '-0'],
    ['{"a":[1,2.10,"3.30 \\" 4.40"]}', { a: [1, '2.10', '3.30 " 4.40'] }],
    ['"1e3"', '1e3'],
  ])('%s loses no digit', (text, expected) => {
    expect(parseJson(text)).toStrictEqual(expected)
  })

  test('reads a list that is nested a million deep, with a number that keeps its digits in the middle', () => {
    const depth = 1_000_000
    let value = parseJson(`${'['.repeat(depth)}1.50${']'.repeat(depth)}`)
    for (let level = 0; level < depth; level += 1) value = Array.isArray(value) ? value[0] : undefined
    expect(value).toBe('1.50')
  })

  test.each(['', '{', '[1,]', '01', 'NaN', "{'a':1}", '<html>'])('%j is a SyntaxError', text => {
    expect(() => parseJson(text)).toThrow(SyntaxError)
  })

  test('takes what JSON.parse takes and nothing else, and keeps the digits that it would lose', () => {
    const token = fc.constantFrom(
      ...[
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        ' ',
        '\n',
        '"',
        '\\',
        '"a"',
        '"1.50"',
        '-',
        '+',
        '.',
        'e',
        'E5',
        '0',
        '00',
      ],
      ...[
        '1',
        '1.50',
        '-0',
        '1e3',
        '0.1',
        '9007199254740993',
        'true',
        'null',
        'x',
        '[1.50]',
        '{"a":1.50}',
        '": 1e3',
      ],
    )
    const text = fc.oneof(
      fc.array(token, { maxLength: 12 }).map(tokens => tokens.join('')),
      fc.json().map(json => json.replace(/\d/g, '1.50')),
      fc.tuple(fc.json(), token, fc.nat()).map(([json, put, place]) => {
        const at = place % (json.length + 1)
        return json.slice(0, at) + put + json.slice(at)
      }),
    )
    const kept = (written: string): unknown =>
      JSON.parse(written, (...[, value, context]: readonly unknown[]) =>
        typeof value === 'number' && String(value) !== sourceOf(context) ? sourceOf(context) : value,
      )
    fc.assert(
      fc.property(text, written => {
        expect(outcome(() => parseJson(written))).toEqual(outcome(() => kept(written)))
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    '{1.50:2}',
    '{1.50 :2}',
    '[01.50]',
    '[1.50.2]',
    '[--1.50]',
    '[1.50"a"]',
    '["a" 1.50]',
    '[tru1.50]',
    '[1.50e]',
  ])('%s is no JSON, and numbers in quotes would not make it so', text => {
    expect(() => parseJson(text)).toThrow(SyntaxError)
  })

  test('agrees with JSON.parse on whatever JSON.stringify prints without a lossy number', () => {
    const value = fc
      .jsonValue({ noUnicodeString: false })
      .filter(json => !/\de|-0[,\]}]?/.test(JSON.stringify(json)))
    fc.assert(
      fc.property(value, json => {
        const text = JSON.stringify(json)
        expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })
})

function outcome(parse: () => unknown): unknown {
  try {
    return { value: parse() }
  } catch (error) {
    return error instanceof SyntaxError ? 'a SyntaxError' : error
  }
}

/** The types do not know the third argument of a reviver yet. */
function sourceOf(context: unknown): unknown {
  return typeof context === 'object' && context !== null && 'source' in context ? context.source : undefined
}
