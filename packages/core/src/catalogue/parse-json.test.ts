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
