import { describe, expect, test } from 'vitest'
import { Decimal } from '../money/decimal.ts'
import { applyMarkup, type Markup } from './apply-markup.ts'
import { retailPrice } from './retail-price.ts'

const costing = (total: string, quantity = '1000') =>
  retailPrice({ total: new Decimal(total), quantity: new Decimal(quantity) }, 'EUR')

const stepsOf = (total: string, markup: Omit<Markup<'EUR'>, 'currency'>, quantity?: string) =>
  applyMarkup(costing(total, quantity), { currency: 'EUR', ...markup }).steps.map(
    ({ kind, addend, total: running }) => `${kind} ${addend.toFixed()} = ${running.toFixed()}`,
  )

const tiers = [
  { from: '5000', percent: '20', fixed: '0.10' },
  { from: '1000', percent: '30' },
  { from: '10000' },
]

describe('applyMarkup', () => {
  test.each<[string, string, Omit<Markup<'EUR'>, 'currency'>, readonly string[]]>([
    ['adds nothing by itself', '1.5', {}, ['cost 1.5 = 1.5']],
    ['adds a percentage of the cost', '1.5', { percent: '30' }, ['cost 1.5 = 1.5', 'percent 0.45 = 1.95']],
    ['adds a fixed amount', '1.5', { fixed: '0.25' }, ['cost 1.5 = 1.5', 'fixed 0.25 = 1.75']],
    [
      'adds the fixed amount after the percentage',
      '1',
      { percent: '50', fixed: '0.5' },
      ['cost 1 = 1', 'percent 0.5 = 1.5', 'fixed 0.5 = 2'],
    ],
    [
      'keeps every digit',
      '0.000000000000000001',
      { percent: '0.1' },
      [
        'cost 0.000000000000000001 = 0.000000000000000001',
        'percent 0.000000000000000000001 = 0.000000000000000001001',
      ],
    ],
    ['leaves a price just above the minimum charge', '1.01', { minimumCharge: '1' }, ['cost 1.01 = 1.01']],
    ['leaves a price at the minimum charge', '1', { minimumCharge: '1' }, ['cost 1 = 1']],
    [
      'raises a price just below the minimum charge',
      '0.99',
      { minimumCharge: '1' },
      ['cost 0.99 = 0.99', 'minimum_charge 0.01 = 1'],
    ],
    [
      'raises what costs nothing to the minimum charge',
      '0',
      { percent: '50', minimumCharge: '1' },
      ['cost 0 = 0', 'minimum_charge 1 = 1'],
    ],
    [
      'leaves a price just above the margin floor',
      '3',
      { fixed: '1.01', marginFloor: '25' },
      ['cost 3 = 3', 'fixed 1.01 = 4.01'],
    ],
    [
      'leaves a price at the margin floor',
      '3',
      { fixed: '1', marginFloor: '25' },
      ['cost 3 = 3', 'fixed 1 = 4'],
    ],
    [
      'raises a price just below the margin floor',
      '3',
      { fixed: '0.99', marginFloor: '25' },
      ['cost 3 = 3', 'fixed 0.99 = 3.99', 'margin_floor 0.01 = 4'],
    ],
    [
      'raises to the margin floor what the minimum charge leaves below',
      '3',
      { minimumCharge: '3.5', marginFloor: '25' },
      ['cost 3 = 3', 'minimum_charge 0.5 = 3.5', 'margin_floor 0.5 = 4'],
    ],
    ['has nothing to raise if the floor is 0', '3', { marginFloor: '0' }, ['cost 3 = 3']],
  ])('%s', (_, cost, markup, expected) => {
    expect(stepsOf(cost, markup)).toEqual(expected)
  })

  test.each([
    ['999', ['cost 1 = 1', 'percent 0.9 = 1.9']],
    ['1000', ['cost 1 = 1', 'percent 0.3 = 1.3']],
    ['4999', ['cost 1 = 1', 'percent 0.3 = 1.3']],
    ['5000', ['cost 1 = 1', 'percent 0.2 = 1.2', 'fixed 0.1 = 1.3']],
    ['9999', ['cost 1 = 1', 'percent 0.2 = 1.2', 'fixed 0.1 = 1.3']],
    ['10000', ['cost 1 = 1']],
  ])(
    'takes the tier that begins last for %s pieces, in whatever order they are listed',
    (quantity, expected) => {
      expect(stepsOf('1', { percent: '90', tiers }, quantity)).toEqual(expected)
    },
  )

  test('takes the first of two tiers that begin alike', () => {
    const alike = [
      { from: '0', fixed: '1' },
      { from: '0', fixed: '2' },
    ]
    expect(stepsOf('1', { tiers: alike })).toEqual(['cost 1 = 1', 'fixed 1 = 2'])
  })

  test('marks up a price that is marked up, and keeps the greater floor', () => {
    const agency = applyMarkup(costing('1'), { currency: 'EUR', percent: '100', marginFloor: '40' })
    const shop = applyMarkup(agency, { currency: 'EUR', percent: '10', minimumCharge: '2.5' })
    expect([shop.cost, shop.total, shop.least].map(String)).toEqual(['1', '2.5', '2.5'])
    const low = applyMarkup(agency, { currency: 'EUR', minimumCharge: '0.1' })
    expect(low.least).toEqual(agency.least)
  })

  test('leaves the price as it was that it is given', () => {
    const cost = costing('1')
    applyMarkup(cost, { currency: 'EUR', percent: '10' })
    expect(cost).toEqual(costing('1'))
  })

  test('refuses a markup of another currency', () => {
    // @ts-expect-error The price is in euros.
    expect(() => applyMarkup(costing('1'), { currency: 'USD', fixed: '1' })).toThrow(
      new TypeError("applyMarkup: the markup is in 'USD', not 'EUR': convert it first"),
    )
  })

  test.each([
    [{ percent: '-1' }, "applyMarkup: percent must be at least 0, was given '-1'"],
    [{ fixed: '-0.01' }, "applyMarkup: fixed must be at least 0, was given '-0.01'"],
    [{ minimumCharge: '-1' }, "applyMarkup: minimumCharge must be at least 0, was given '-1'"],
    [{ marginFloor: '-1' }, "applyMarkup: marginFloor must be at least 0, was given '-1'"],
    [{ marginFloor: '100' }, "applyMarkup: marginFloor must be below 100, was given '100'"],
    [
      { tiers: [{ from: '0' }, { from: '-1' }] },
      "applyMarkup: tiers[1].from must be at least 0, was given '-1'",
    ],
    [
      { tiers: [{ from: '9000', percent: '-1' }] },
      "applyMarkup: tiers[0].percent must be at least 0, was given '-1'",
    ],
  ])('refuses %j', (markup, message) => {
    expect(() => stepsOf('1', markup)).toThrow(new RangeError(message))
  })

  test.each([
    [{ percent: '30%' }, "applyMarkup: percent must be a decimal string such as '12.5', was given '30%'"],
    [{ fixed: '1,50' }, "applyMarkup: fixed must be a decimal string such as '12.5', was given '1,50'"],
    [
      { minimumCharge: '' },
      "applyMarkup: minimumCharge must be a decimal string such as '12.5', was given ''",
    ],
    [
      { marginFloor: 'NaN' },
      "applyMarkup: marginFloor must be a decimal string such as '12.5', was given 'NaN'",
    ],
    [
      { tiers: [{ from: '1e3' }] },
      "applyMarkup: tiers[0].from must be a decimal string such as '12.5', was given '1e3'",
    ],
  ])('refuses %j, which is no number', (markup, message) => {
    expect(() => stepsOf('1', markup)).toThrow(new TypeError(message))
  })

  test('refuses a number of JavaScript', () => {
    // @ts-expect-error The percentage is a string.
    expect(() => stepsOf('1', { percent: 30 })).toThrow(
      /^applyMarkup: percent must be .* was given the number 30$/,
    )
  })
})

describe('retailPrice', () => {
  test.each([
    [{ total: '1', quantity: new Decimal(1) }, "retailPrice: total must be a finite Decimal, was given '1'"],
    [{ total: new Decimal(1) }, 'retailPrice: quantity must be a finite Decimal, was given undefined'],
    [
      { total: new Decimal('NaN'), quantity: new Decimal(1) },
      'retailPrice: total must be a finite Decimal, was given an object',
    ],
  ])('refuses a quote that is none', (quote, message) => {
    // @ts-expect-error From JavaScript.
    expect(() => retailPrice(quote, 'EUR')).toThrow(new TypeError(message))
  })

  test('refuses a currency that is none', () => {
    expect(() => retailPrice(costing('1'), 'euro')).toThrow(TypeError)
  })
})
