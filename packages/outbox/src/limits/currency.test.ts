import { expect, test } from 'vitest'
import { currencyName, isOneCurrency } from './currency.ts'

test.each([
  ['usd', 'USD'],
  [' Jpy', 'JPY'],
  ['USDT', 'USDT'],
  ['pts', 'pts'],
  ['Coins', 'Coins'],
  ['', ''],
])('the currency %j is called %j', (name, called) => expect(currencyName(name)).toBe(called))

test.each([
  ['usd', 'USD', true],
  ['USD', 'EUR', false],
  ['Coins', 'coins', false],
  ['', 'EUR', true],
  ['EUR', '', true],
])('amounts in %j and in %j may be compared: %s', (left, right, may) => {
  expect(isOneCurrency(left, right)).toBe(may)
})
