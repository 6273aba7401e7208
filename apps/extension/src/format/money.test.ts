import { Decimal, parseDecimal } from '@orderwright/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCount, formatMoney, sharedDecimals } from './money.ts'

test.each([
  ['0', '$0.00'],
  ['4.5', '$4.50'],
  ['4.50', '$4.50'],
  ['1234567.891', '$1,234,567.891'],
  ['0.00042', '$0.00042'],
  ['0.08011655', '$0.08011655'],
  ['0.080116556', '≈ $0.08011656'],
  ['0.3333333333333333333333333333333333333333', '≈ $0.33333333'],
  ['0.00000000042', '$0.00000000042'],
  ['0.000000000424242', '≈ $0.000000000424'],
  ['99999999999999999999.25', '$99,999,999,999,999,999,999.25'],
  ['-3.1', '-$3.10'],
  ['nonsense', '–'],
])('%s US dollars are shown as %s', (amount, text) => expect(formatMoney(amount, 'USD')).toBe(text))

test.each([
  ['EUR', '€1.50'],
  ['TRY', 'TRY 1.50'],
  ['Coins', '1.5 Coins'],
  ['USDT', '1.5 USDT'],
  ['ZZZ', 'ZZZ 1.50'],
  ['usd', '$1.50'],
  [' Eur ', '€1.50'],
  ['pts', '1.5 pts'],
  ['constructor', '1.5 constructor'],
  ['₺', '1.5 ₺'],
  ['', '1.5'],
])('an amount in %j is shown as %s', (currency, text) =>
  expect(formatMoney('1.5', currency).replace(/\u00a0/g, ' ')).toBe(text),
)

test.each([
  ['1500', 'JPY', '¥1,500'],
  ['0', 'JPY', '¥0'],
  ['0.5', 'JPY', '¥0.5'],
  ['0.00042', 'jpy', '¥0.00042'],
  ['1.5', 'KWD', 'KWD 1.500'],
  ['0.00042', 'KWD', 'KWD 0.00042'],
  ['1', 'KRW', '₩1'],
  ['2', 'CLF', 'CLF 2.0000'],
])('%s in %s has that currency’s own digits, and never fewer than it needs: %s', (amount, currency, text) =>
  expect(formatMoney(amount, currency).replace(/\u00a0/g, ' ')).toBe(text),
)

test('no digit of an amount is hidden, whatever the currency is called', () => {
  const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
  const currencies = fc.oneof(
    fc.constantFrom('USD', 'JPY', 'KWD', 'usd', 'Coins', ''),
    fc.stringMatching(/^[A-Z]{3}$/),
  )
  fc.assert(
    fc.property(amounts, currencies, ([digits, places], currency) => {
      const amount = new Decimal(digits.toString()).div(new Decimal(10).pow(places))
      const [shown = ''] = /\d[\d,.]*/.exec(formatMoney(amount.toFixed(), currency)) ?? []
      expect(parseDecimal(shown.replaceAll(',', ''))?.toFixed()).toBe(amount.toFixed())
    }),
    // The symbol of the Caribbean guilder, “Cg.”, ends in a point.
    { examples: [[[0n, 0], 'XCG']] },
  )
})

test.each([
  ['20000', '20,000'],
  ['1.5', '1.5'],
  ['0', '0'],
  ['9007199254740993', '9,007,199,254,740,993'],
  ['many', 'many'],
])('the count %s is shown as %s', (count, text) => expect(formatCount(count)).toBe(text))

test('amounts of one list have one number of decimals: that of the one that needs most', () => {
  const amounts = ['2.5', '0.125', '10', '0.33333333333']
  const decimals = sharedDecimals(amounts.slice(0, 3))
  expect(amounts.slice(0, 3).map(amount => formatMoney(amount, 'USD', decimals))).toStrictEqual([
    '$2.500',
    '$0.125',
    '$10.000',
  ])
  expect([sharedDecimals(amounts), sharedDecimals([]), sharedDecimals(['none'])]).toStrictEqual([8, 0, 0])
})
