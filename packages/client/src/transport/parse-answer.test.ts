import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAnswer } from './parse-answer.ts'

describe('parseAnswer reads', () => {
  test.each([
    ['an object', '{"order":1}', { order: 1 }],
    ['a bare number', '5', 5],
    ['JSON null', 'null', null],
    [
      'a number with more digits than a double holds',
      '{"a":0.12345678901234567890}',
      { a: '0.12345678901234567890' },
    ],
    ['JSON after a byte-order mark', '\uFEFF{"a":1}', { a: 1 }],
    ['JSON after two of them and white space', '\uFEFF\n\uFEFF {"a":1}\n', { a: 1 }],
    ['JSON after a PHP notice', '\nNotice: Undefined index: x in /a.php on line 3\n{"a":1}', { a: 1 }],
    [
      'JSON after a notice in HTML',
      '<br />\n<b>Warning</b>: [x] in <b>/a.php</b> on line <b>3</b><br />{"a":1}',
      { a: 1 },
    ],
    ['a list after a notice', 'Deprecated: strlen() in /a.php on line 9\r\n[{"a":[1]}]', [{ a: [1] }]],
    ['JSON after a notice with a byte-order mark between', 'Notice: x\uFEFF{"a":1}', { a: 1 }],
  ])('%s', (_, text, value) => {
    expect(parseAnswer(text)).toStrictEqual({ value })
  })
})

describe('parseAnswer refuses', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['a byte-order mark alone', '\uFEFF'],
    ['a web page', '<!DOCTYPE html>\n<html>{"a":1}</html>'],
    ['plain words', 'Service unavailable'],
    ['JSON that was cut short', '{"a":1'],
    ['the whole list in an answer that was cut short', '[{"prices":\n[{"price":1}]'],
    ['an object in an object that was cut short', '{"a":\n{"status":"success"}'],
    ['JSON with words behind it', '{"a":1} done'],
  ])('%s', (_, text) => {
    expect(parseAnswer(text)).toBeUndefined()
  })
})

test('parseAnswer gives back what any JSON says, notices before it or not', () => {
  const notices = fc.constantFrom('', '\uFEFF', '\nNotice: Undefined offset: 1 in /x.php on line 3\n')
  const json = fc
    .oneof(fc.object(), fc.array(fc.anything({ maxDepth: 1 })))
    .map(value => JSON.stringify(value))
  fc.assert(
    fc.property(notices, json, (before, text) => {
      // Numbers that a double does not print as they stand come as texts.
      expect(parseAnswer(before + text)).toStrictEqual(parseAnswer(text))
    }),
  )
})

test('parseAnswer never throws', () => {
  fc.assert(fc.property(fc.string(), text => void parseAnswer(text)))
})

test('parseAnswer takes deep nesting and long pages in its stride', () => {
  expect(parseAnswer('['.repeat(100_000))).toBeUndefined()
  expect(parseAnswer(`x${'>{'.repeat(500_000)}}`)).toBeUndefined()
})
