import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthOf, mostGrowth } from '../../test/growth.ts'
import { createRedact } from '../messages/redact.ts'
import { describeAnswer, excerpt, parseAnswer } from './answer.ts'

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
    ['JSON after a line of a log', '[28-Nov-2026 10:00:00 UTC] PHP Warning: x\n{"a":1}', { a: 1 }],
    ['JSON after a notice that names a closure', '<b>{closure}</b>: {main}<br />\n{"a":1}', { a: 1 }],
    ['JSON before a comment', '{"a":1}<!-- cached -->', { a: 1 }],
    ['JSON before a comment that holds JSON', '{"a":1}<!--\n{"a":2}\n-->', { a: 1 }],
    ['JSON before a script', '[{"a":"}"}]\n<script>\n{"b":2}\nvar c = [1]</script>\n', [{ a: '}' }]],
    ['JSON before a notice', '{"a":1}\n<br />\n<b>Warning</b>: [x] in <b>/a.php</b><br />', { a: 1 }],
    ['JSON before a notice in plain text', '{"a":1}PHP Deprecated: strlen() in /a.php on line 9', { a: 1 }],
    ['JSON before words', '{"a":1} done', { a: 1 }],
    ['JSON between two notices', 'Notice: x\n{"a":"\\"}"}\nNotice: {y}', { a: '"}' }],
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
    ['words with JSON in them', 'We got {"a":1} from you'],
    ['a web page around JSON', '\n<body>\n{"a":1}\n</body>'],
    ['a text with words behind it', '"a" done'],
    ['a number with words behind it', '5 done'],
    ['two answers', '{"order":1}{"error":"No."}'],
    ['two answers in two lines', '{"order":1}\n{"error":"No."}'],
    ['two answers with a notice between', '{"order":1}\nNotice: x\n{"error":"No."}'],
    ['an answer that goes on', '{"a":1},{"a":2}'],
    ['an answer that is closed twice', '{"a":1}}'],
    ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`],
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

test('parseAnswer reads 64 levels', () => {
  expect(parseAnswer(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeDefined()
})

test.each([
  ['lists that are never closed', (n: number) => '['.repeat(n)],
  ['deep lists', (n: number) => '['.repeat(n) + ']'.repeat(n)],
  ['objects that are never closed behind notices', (n: number) => `x${'>{'.repeat(n)}}`],
  ['blocks that are no JSON', (n: number) => `x${'>{x}'.repeat(n)}`],
  ['comments behind', (n: number) => `{"a":1}${'<!--'.repeat(n)}`],
  ['blocks behind', (n: number) => `{"a":1}x${'>{x}'.repeat(n)}`],
  ['quotes', (n: number) => `{"a":1,${'"'.repeat(n)}`],
  ['white space', (n: number) => ' '.repeat(n)],
  ['a number of so many digits', (n: number) => `{"a":${'1'.repeat(n)}}`],
])('parseAnswer reads %s in a time that grows with their length alone', (_, textOf) => {
  expect(growthOf(parseAnswer, textOf)).toBeLessThan(mostGrowth)
})

test.each([
  [200, '', 'The upstream answered with nothing.'],
  [503, '', 'The upstream answered HTTP 503.'],
  [200, 'oops', "The upstream's answer could not be read. It began: “oops”"],
  [500, 'oops', 'The upstream answered HTTP 500: “oops”'],
  [
    403,
    '<html><head><title>Access denied</title>',
    'The upstream answered with a web page, “Access denied”, instead of JSON (HTTP 403).',
  ],
  [200, '<!doctype html><body>', 'The upstream answered with a web page instead of JSON.'],
])('HTTP %i with %j', (httpStatus, text, sentence) => {
  expect(describeAnswer(httpStatus, text)).toBe(sentence)
})

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
