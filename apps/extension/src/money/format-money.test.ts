import { expect, test } from 'vitest'
import { formatCount, formatMoney } from './format-money.ts'

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
  ['usd', '1.5 usd'],
  ['₺', '1.5 ₺'],
  ['', '1.5'],
])('an amount in %j is shown as %s', (currency, text) =>
  expect(formatMoney('1.5', currency).replace(/\u00a0/g, ' ')).toBe(text),
)

test.each([
  ['20000', '20,000'],
  ['1.5', '1.5'],
  ['0', '0'],
  ['9007199254740993', '9,007,199,254,740,993'],
  ['many', 'many'],
])('the count %s is shown as %s', (count, text) => expect(formatCount(count)).toBe(text))
