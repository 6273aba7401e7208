import { expect, test } from 'vitest'
import { isDate } from './is-date.ts'

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
])('%j is none', text => {
  expect(isDate(text)).toBe(false)
})
