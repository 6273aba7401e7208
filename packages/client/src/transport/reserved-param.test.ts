import { expect, test } from 'vitest'
import { reservedParam } from './reserved-param.ts'

const reserved = new Set(['api_key', 'quantity'])

test.each([
  'api_key',
  'API_KEY',
  ' api_key',
  'api.key',
  'api key',
  'api_key[]',
  'api[key',
  'api_key\0x',
  'quantity[0][1]',
])('a param called %j sets a field of the protocol', name => {
  expect(reservedParam({ minutes: '1', [name]: 'x' }, reserved)).toBe(name)
})

test.each(['minutes', 'geo-countries', 'apikey', 'quantity_per_day', 'my[quantity]', ''])(
  'a param called %j does not',
  name => {
    expect(reservedParam({ [name]: 'x' }, reserved)).toBeUndefined()
  },
)
