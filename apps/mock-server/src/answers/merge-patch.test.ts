import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergePatch } from './merge-patch.ts'

it.each<[string, unknown, string]>([
  // RFC 7396, appendix A.
  ['{"a":"b"}', { a: 'c' }, '{"a":"c"}'],
  ['{"a":"b"}', { b: 'c' }, '{"a":"b","b":"c"}'],
  ['{"a":"b"}', { a: null }, '{}'],
  ['{"a":"b","b":"c"}', { a: null }, '{"b":"c"}'],
  ['{"a":["b"]}', { a: 'c' }, '{"a":"c"}'],
  ['{"a":"c"}', { a: ['b'] }, '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', { a: { b: 'd', c: null } }, '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', { a: [1] }, '{"a":[1]}'],
  ['["a","b"]', ['c', 'd'], '["c","d"]'],
  ['{"a":"b"}', ['c'], '["c"]'],
  ['{"a":"foo"}', null, 'null'],
  ['{"a":"foo"}', 'bar', '"bar"'],
  ['{"e":null}', { a: 1 }, '{"e":null,"a":1}'],
  ['[1,2]', { a: 'b', c: null }, '{"a":"b"}'],
  ['{}', { a: { bb: { ccc: null } } }, '{"a":{"bb":{}}}'],
  // Digits that a float would lose, and what is no JSON.
  ['{"a":12345678901234567890.10,"b":1.0}', { b: { c: 1 } }, '{"a":12345678901234567890.10,"b":{"c":1}}'],
  ['{"a":1e400}', { b: 1 }, '{"a":1e400,"b":1}'],
  ['<html>', { a: 1 }, '{"a":1}'],
  ['{"__proto__":1}', { constructor: 2 }, '{"__proto__":1,"constructor":2}'],
])('%s patched by %j is %s', (text, patch, patched) => {
  expect(mergePatch(text, patch)).toBe(patched)
})

it('with nothing leaves any object as it was', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
      expect(JSON.parse(mergePatch(JSON.stringify(value), {}))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
