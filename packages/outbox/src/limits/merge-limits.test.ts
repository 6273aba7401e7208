import { Decimal } from '@orderwright/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CapName, capNames, type Limits } from './caps.ts'
import { mergeLimits } from './merge-limits.ts'

const usd = (caps: Limits['accounts'][string]['caps']): Limits => ({
  accounts: { a: { currency: 'USD', caps } },
})

test.each<[string, Limits, Limits, Limits]>([
  ['nothing here', { accounts: {} }, usd({ perDay: '5' }), usd({ perDay: '5' })],
  ['nothing in the file', usd({ perDay: '5' }), { accounts: {} }, usd({ perDay: '5' })],
  ['the lower of two', usd({ perDay: '5' }), usd({ perDay: '4.50' }), usd({ perDay: '4.5' })],
  ['one of each', usd({ perDay: '5' }), usd({ perOrder: '2' }), usd({ perOrder: '2', perDay: '5' })],
  ['a cap of nothing', usd({ perDay: '0' }), usd({ perDay: '5' }), usd({ perDay: '0' })],
  [
    'another currency',
    usd({ perDay: '5' }),
    { accounts: { a: { currency: 'EUR', caps: { perDay: '1' } } } },
    usd({ perDay: '5' }),
  ],
  [
    'a currency that was not known here',
    { accounts: { a: { currency: '', caps: { perDay: '5' } } } },
    usd({ perDay: '6' }),
    usd({ perDay: '5' }),
  ],
  [
    'the longer of two windows',
    { accounts: {}, duplicateMinutes: 60 },
    { accounts: {}, duplicateMinutes: 0 },
    { accounts: {}, duplicateMinutes: 60 },
  ],
  [
    'a window where none was chosen here',
    { accounts: {} },
    { accounts: {}, duplicateMinutes: 60 },
    { accounts: {}, duplicateMinutes: 60 },
  ],
])('%s', (_, here, there, merged) => {
  expect(mergeLimits(here, there)).toStrictEqual(merged)
})

const anyAmount = fc.integer({ min: 0, max: 1000 }).map(cents => new Decimal(cents).div(100).toFixed())
const anyCaps = fc.record(
  { perOrder: anyAmount, perDay: anyAmount, perAccount: anyAmount },
  { requiredKeys: [] },
)
const anyLimits = fc.record({
  accounts: fc.dictionary(
    fc.constantFrom('a', 'b'),
    fc.record({ currency: fc.constant('USD'), caps: anyCaps }),
  ),
  duplicateMinutes: fc.nat(2000),
})

test('no file loosens a limit that was set here', () => {
  const capOf = (limits: Limits, id: string, name: CapName): Decimal =>
    new Decimal(limits.accounts[id]?.caps[name] ?? Number.POSITIVE_INFINITY)
  fc.assert(
    fc.property(anyLimits, anyLimits, (here, there) => {
      const merged = mergeLimits(here, there)
      for (const [id, name] of ['a', 'b'].flatMap(id => capNames.map(name => [id, name] as const))) {
        expect(capOf(merged, id, name).lte(capOf(here, id, name))).toBe(true)
        expect(capOf(merged, id, name).lte(capOf(there, id, name))).toBe(true)
      }
      expect(merged.duplicateMinutes).toBeGreaterThanOrEqual(here.duplicateMinutes)
    }),
  )
})
