import { describe, expect, test } from 'vitest'
import { checkValue, isDate } from './check-value.ts'
import { param } from './param.ts'
import { parseRules } from './parse-rules.ts'

const path = 'field'

function issuesOf(validators: string, value: string): readonly unknown[] {
  return checkValue(param({ name: path, rules: parseRules(validators).rules }), value)
}

describe('each rule at, below and above its bound', () => {
  test.each([
    ['min:10', '9.99', [{ code: 'below_min', path, min: '10' }]],
    ['min:10', '10', []],
    ['min:10', '10.01', []],
    ['max:10', '9', []],
    ['max:10', '10.0', []],
    ['max:10', '10.01', [{ code: 'above_max', path, max: '10' }]],
    ['increment:5', '14', [{ code: 'not_a_multiple', path, increment: '5' }]],
    ['increment:5', '15', []],
    ['increment:5', '16', [{ code: 'not_a_multiple', path, increment: '5' }]],
    ['increment:1', '2.5', [{ code: 'not_a_multiple', path, increment: '1' }]],
    ['increment:5', '-10', []],
    ['minchar:3', 'ab', [{ code: 'too_short', path, minchar: '3', actual: '2' }]],
    ['minchar:3', 'abc', []],
    ['maxchar:3', 'abc', []],
    ['maxchar:3', 'abcd', [{ code: 'too_long', path, maxchar: '3', actual: '4' }]],
    ['maxchar:1', '👏', []],
    ['maxchar:4', '👨‍👩‍👧', [{ code: 'too_long', path, maxchar: '4', actual: '5' }]],
    ['minlines:2', 'one', [{ code: 'too_few_lines', path, minlines: '2', actual: '1' }]],
    ['minlines:2', 'one\n  \n', [{ code: 'too_few_lines', path, minlines: '2', actual: '1' }]],
    ['minlines:2', 'one\n\ntwo', []],
  ])('%s judges %j', (validators, value, issues) => {
    expect(issuesOf(validators, value)).toEqual(issues)
  })
})

describe('a blank value', () => {
  test.each(['', '   ', '\n', '\u200b', ' \u200e\ufeff '])('%j is judged by required alone', value => {
    expect(issuesOf('min:1|minchar:2|minlines:1|required', value)).toEqual([{ code: 'required', path }])
    expect(issuesOf('min:1|minchar:2|minlines:1', value)).toEqual([])
  })
})

describe('a value that is no number', () => {
  test.each(['abc', '1e3', '1,000', '٣٠', 'Infinity', '0x1f'])(
    '%j is said once, and the other rules are judged',
    value => {
      expect(issuesOf('min:1|max:3|increment:1|maxchar:2', value).map(issue => Object(issue).code)).toEqual(
        value.length > 2 ? ['not_a_number', 'too_long'] : ['not_a_number'],
      )
    },
  )
})

describe('issues come in the order in which the rules are written', () => {
  test('and not_an_option after them', () => {
    const judged = param({
      name: path,
      rules: parseRules('increment:5|max:10|required').rules,
      options: [{ name: 'Ten', value: '10', isErrorSelection: false }],
    })
    expect(checkValue(judged, '11').map(issue => issue.code)).toEqual([
      'not_a_multiple',
      'above_max',
      'not_an_option',
    ])
  })
})

describe('options', () => {
  const judged = param({
    name: path,
    options: [
      { name: 'Choose one', value: 'none', isErrorSelection: true },
      { name: 'United States', value: 'US', isErrorSelection: false },
    ],
  })

  test.each([
    ['US', []],
    ['us', [{ code: 'not_an_option', path }]],
    [' US', [{ code: 'not_an_option', path }]],
    ['none', [{ code: 'not_an_option', path }]],
    ['', []],
  ])('%j', (value, issues) => {
    expect(checkValue(judged, value)).toEqual(issues)
  })
})

describe('a price modifier', () => {
  test.each([
    ['', '-1', [{ code: 'below_min', path, min: '0' }]],
    ['', '0', []],
    ['', '-x', []],
    ['min:5', '-1', [{ code: 'below_min', path, min: '5' }]],
    ['min:-5', '-1', [{ code: 'below_min', path, min: '0' }]],
  ])('with rules %j judges %j', (validators, value, issues) => {
    const { rules } = parseRules(validators)
    expect(checkValue(param({ name: path, rules, isPriceModifier: true }), value)).toEqual(issues)
  })
})

test.each(['1/2/2027', '01/02/2027', '31/12/2027', '29/02/2028', '29/2/2000', '30/4/2027'])(
  '%s is a date',
  text => {
    expect(isDate(text)).toBe(true)
  },
)

test.each([
  '29/02/2027',
  '29/2/1900',
  '31/4/2027',
  '0/1/2027',
  '1/0/2027',
  '1/13/2027',
  '32/1/2027',
  '1/1/0000',
  '2027-01-01',
  '1/1/27',
  '1-1-2027',
  '',
])('%j is no date', text => {
  expect(isDate(text)).toBe(false)
})
