import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapTokens, withoutField, withoutLast } from './json-text.ts'

describe('JSON text', () => {
  it('is as it was where no token is changed', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        expect(mapTokens(json, ({ text }) => text)).toBe(json)
      }),
    )
  })

  it('has its names, texts and numbers told apart, digit for digit', () => {
    const kinds: string[] = []
    mapTokens('{"a":[1.50,"b\\"3","4"],"5":-6e7}', ({ kind, text }) => {
      kinds.push(`${kind} ${text}`)
      return text
    })
    expect(kinds).toEqual([
      'name "a"',
      'number 1.50',
      'string "b\\"3"',
      'string "4"',
      'name "5"',
      'number -6e7',
    ])
  })

  it.each([
    ['[1,[2,3],{"a":","}]', '[1,[2,3]]'],
    ['["a,b","]"]', '["a,b"]'],
    ['[1]', '[]'],
    ['[]', '[]'],
    ['{"1":{"a":1},"2":{"error":"x"}}', '{"1":{"a":1}}'],
    ['{"charge":"1","status":"Pending"}', '{"charge":"1","status":"Pending"}'],
    ['{}', '{}'],
    ['7', '7'],
  ])('%s without its last one is %s', (json, expected) => {
    expect(withoutLast(json)).toBe(expected)
  })

  it.each([
    ['{"order":1}', '{}'],
    ['{"a":{"order":1},"order":2,"b":[","]}', '{"a":{"order":1},"b":[","]}'],
    ['{"b":"order"}', '{"b":"order"}'],
    ['["order"]', '["order"]'],
  ])('%s without the order is %s', (json, expected) => {
    expect(withoutField(json, 'order')).toBe(expected)
  })

  it('loses one item alone, whatever the list', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), list => {
        const json = JSON.stringify(list)
        expect(JSON.parse(withoutLast(json))).toEqual(JSON.parse(json).slice(0, -1))
      }),
    )
  })
})
