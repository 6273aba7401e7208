import { expect, test } from 'vitest'
import { dayFromIso, isoFromDay } from './date-field.tsx'

test.each([
  ['2027-12-31', '31/12/2027'],
  ['2027-01-02', '02/01/2027'],
  ['', ''],
])('the date %j is the day %j, and back', (iso, day) => {
  expect([dayFromIso(iso), isoFromDay(day)]).toStrictEqual([day, iso])
})

test.each([
  ['1/2/2027', '2027-02-01'],
  ['?', ''],
  ['31.12.2027', ''],
])('the day %j is the date %j', (day, iso) => expect(isoFromDay(day)).toBe(iso))
