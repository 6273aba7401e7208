import { parseServices, type Service } from '@orderwright/core'
import { expect, test } from 'vitest'
import { describeFlags, describePrice, describeRange } from './describe-service.ts'
import { priceOf } from './service-name.ts'

type Price = readonly [minimum: string, maximum: string, per: string, price: string]

function service(prices: readonly Price[], increment = '1', minimum = '1'): Service {
  const [first] = parseServices('qqtube', [
    {
      id_service: '1',
      public_name: 'Sample',
      type_name: 'Views',
      amount_minimum: minimum,
      amount_increment: increment,
      prices: prices.map(([from, to, per, price]) => ({
        minimum: from,
        maximum: to,
        pricing_per: per,
        price,
      })),
      params: [],
    },
  ]).services
  if (first === undefined) throw new Error('the sample row did not parse')
  return first
}

const oneTier = service([['100', '50000', '1000', '2.50']], '100', '100')
const twoTiers = service([
  ['10', '99', '10', '0.05'],
  ['100', '', '1000', '4'],
])

test('one tier has a price, several have the lowest for each unit', () => {
  expect(describePrice(priceOf(oneTier), 'USD')).toBe('$2.50 per 1,000')
  expect(describePrice(priceOf(twoTiers), 'USD')).toBe('from $4.00 per 1,000')
})

test('the range and the price name only what can be ordered', () => {
  const gaps = service(
    [
      ['1', '140', '1000', '1'],
      ['160', '1050', '1000', '4'],
    ],
    '100',
    '150',
  )
  expect(describeRange(gaps)).toBe('200 to 1,000, in steps of 100')
  expect(describePrice(priceOf(gaps), 'USD')).toBe('$4.00 per 1,000')
  expect(describeRange(service([['100', '150', '1', '1']], '100', '1'))).toBe('100 only')
})

test('the range names its steps where they matter, and an open end', () => {
  expect(describeRange(oneTier)).toBe('100 to 50,000, in steps of 100')
  expect(describeRange(twoTiers)).toBe('10 or more')
})

test.each([
  [{}, ''],
  [{ geo: true }, 'for a country'],
  [{ refill: true }, 'can be refilled'],
  [{ refill: true, cancel: true }, 'can be refilled and canceled'],
  [{ geo: true, retention: true, cancel: true }, 'for a country, with retention, can be canceled'],
])('the flags %j are told as %j', (flags, words) => {
  const none = { geo: false, retention: false, refill: false, cancel: false, dripFeed: false }
  expect(describeFlags({ flags: { ...none, ...flags } })).toBe(words)
})
