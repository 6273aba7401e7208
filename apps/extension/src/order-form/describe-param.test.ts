import { type Param, parseRules } from '@orderwright/core'
import { expect, test } from 'vitest'
import { describeLines, describeRules, isRequired } from './describe-param.ts'

function param(rules: string): Param {
  return {
    name: 'p',
    label: 'P',
    description: '',
    placeholder: '',
    rules: parseRules(rules).rules,
    options: [],
    isPriceModifier: false,
    modifier: undefined,
    format: 'text',
    requires: undefined,
    atLeast: undefined,
  }
}

test.each([
  ['', ''],
  ['required', ''],
  ['required|min:5|max:6000|increment:5', '5 to 6,000, in steps of 5'],
  ['min:5|increment:1', '5 or more'],
  ['max:5', 'up to 5'],
  ['minchar:3|maxchar:40', '3 to 40 characters'],
  ['minchar:1', 'at least 1 character'],
  ['maxchar:200', 'up to 200 characters'],
])('%j asks for %j', (rules, words) => expect(describeRules(param(rules))).toBe(words))

test('a list of options speaks for itself', () => {
  const option = { name: 'A', value: 'a', isErrorSelection: false }
  expect(describeRules({ ...param('min:1'), options: [option] })).toBe('')
})

test.each([
  ['minlines:10', 'one\n\ntwo\n', '2 of at least 10 lines'],
  ['minlines:1', '', '0 of at least 1 line'],
  ['', 'one', '1 line'],
])('%j and %j are counted as %j', (rules, value, words) =>
  expect(describeLines(param(rules), value, false)).toBe(words),
)

test('required is read from the rules', () => {
  const needed = (rules: string): boolean => isRequired(param(rules), [], {})
  expect([needed('required|min:1'), needed('min:1')]).toStrictEqual([true, false])
})

test.each([
  ['One\n\nTwo', '2 comments'],
  ['One', '1 comment'],
  ['', '0 comments'],
])('where lines are priced, %j is counted as %j', (value, words) =>
  expect(describeLines({ ...param('required'), label: 'Comments' }, value, true)).toBe(words),
)

test('a param is required once another that needs it is given', () => {
  const runs = { ...param('min:2'), name: 'runs', requires: 'p' }
  expect(
    [{}, { runs: ' ' }, { runs: '5' }].map(values => isRequired(param(''), [runs], values)),
  ).toStrictEqual([false, false, true])
})
