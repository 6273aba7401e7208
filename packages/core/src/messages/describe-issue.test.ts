import { describe, expect, test } from 'vitest'
import type { Issue, IssueCode } from '../rules/issue.ts'
import { describeIssue } from './en.ts'

const sentences = {
  required: [{ code: 'required', path: 'geo-countries' }, 'Geo countries is required.'],
  below_min: [{ code: 'below_min', path: 'quantity', min: '100' }, 'Quantity must be at least 100.'],
  above_max: [{ code: 'above_max', path: 'quantity', max: '5000' }, 'Quantity must be at most 5000.'],
  not_a_multiple: [
    { code: 'not_a_multiple', path: 'quantity', increment: '1000' },
    'Quantity must be a multiple of 1000: 1000, 2000, 3000 and so on.',
  ],
  too_short: [
    { code: 'too_short', path: 'keyword', minchar: '1', actual: '0' },
    'Keyword must have at least 1 character; it has 0.',
  ],
  too_long: [
    { code: 'too_long', path: 'keyword', maxchar: '5', actual: '9' },
    'Keyword must have at most 5 characters; it has 9.',
  ],
  too_few_lines: [
    { code: 'too_few_lines', path: 'comments', minlines: '5', actual: '3' },
    'Comments must have at least 5 lines with text; it has 3.',
  ],
  not_a_number: [
    { code: 'not_a_number', path: 'minutes' },
    'Minutes must be a number in plain digits, such as 10 or 2.5.',
  ],
  not_an_integer: [
    { code: 'not_an_integer', path: 'quantity' },
    'Quantity must be a whole number above 0, in plain digits.',
  ],
  not_an_option: [
    { code: 'not_an_option', path: 'share_type' },
    'Share type must be one of the listed choices.',
  ],
  not_a_date: [
    { code: 'not_a_date', path: 'expiry' },
    'Expiry must be a real date as day/month/year, such as 31/12/2027.',
  ],
  not_a_link: [
    { code: 'not_a_link', path: 'target' },
    'Target must be a full link that starts with https:// or http://.',
  ],
  no_price_tier: [
    { code: 'no_price_tier', path: 'quantity' },
    'Quantity falls in a gap between the price ranges of this service.',
  ],
  unknown_param: [
    { code: 'unknown_param', path: 'zebra' },
    'Zebra is not a field of this service; leave it out.',
  ],
  drip_not_available: [
    { code: 'drip_not_available', path: 'drip' },
    'This service cannot be delivered by drip; turn drip off.',
  ],
  negative_total: [
    { code: 'negative_total', path: 'quantity' },
    'These values give a price below zero, so the order cannot be placed; change them.',
  ],
} as const satisfies Record<IssueCode, readonly [Issue, string]>

describe('every issue has a sentence', () => {
  test.each(Object.values(sentences))('%j', (issue, sentence) => {
    expect(describeIssue(issue)).toBe(sentence)
  })
})

describe('a label that could reorder the sentence is isolated in it', () => {
  test.each(Object.values(sentences))('%j', issue => {
    const english = describeIssue(issue, 'Minutes')
    expect(describeIssue(issue, 'דקות')).toBe(english.replace('Minutes', '\u2068דקות\u2069'))
  })

  test('and so is a path in its place', () => {
    expect(describeIssue({ code: 'unknown_param', path: 'דקות\u202e' })).toMatch(/^\u2068דקות\u2069 /)
  })
})

test('the label of the screen takes the place of the path', () => {
  expect(describeIssue({ code: 'required', path: 'geo-countries' }, 'Country')).toBe('Country is required.')
})

test('a multiple of 1 is called a whole number', () => {
  expect(describeIssue({ code: 'not_a_multiple', path: 'runs', increment: '1' })).toBe(
    'Runs must be a multiple of 1, so a whole number.',
  )
})

test('a path without letters still makes a sentence', () => {
  expect(describeIssue({ code: 'required', path: '_' })).toBe('The field is required.')
})
