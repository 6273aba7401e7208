import { expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import { reconcile } from './reconcile.ts'

test.each([
  ['5', '5.00', 'equal', '0'],
  ['5', '5.01', 'dearer', '0.01'],
  ['5', '4.99', 'cheaper', '-0.01'],
  ['0.08011655652', '8.011655652e-2', 'equal', '0'],
  ['0.1', '0.30000000000000000000000000000000000001', 'dearer', '0.20000000000000000000000000000000000001'],
])('quoted %s and charged %s is %s by %s', (quoted, charged, verdict, difference) => {
  const found = reconcile({ total: new Decimal(quoted) }, charged)
  expect([found.verdict, found.difference.toFixed()]).toEqual([verdict, difference])
})

test.each([
  ['0.077', '0.07700000000000001', 'equal', '0.00000000000000001'],
  ['0.077', '0.07699999999999999', 'equal', '-0.00000000000000001'],
  ['5', '5.00000000499', 'equal', '0.00000000499'],
  ['5', '5.000000005', 'dearer', '0.000000005'],
  ['5', '5.00000000501', 'dearer', '0.00000000501'],
  ['5', '4.99999999501', 'equal', '-0.00000000499'],
  ['5', '4.999999995', 'cheaper', '-0.000000005'],
  ['5', '4.99999999499', 'cheaper', '-0.00000000501'],
  ['0', '0.0000000000000001', 'dearer', '0.0000000000000001'],
  ['0', '0', 'equal', '0'],
])(
  'quoted %s and charged %s, near a billionth apart, is %s by %s',
  (quoted, charged, verdict, difference) => {
    const found = reconcile({ total: new Decimal(quoted) }, charged)
    expect([found.verdict, found.difference.toFixed()]).toEqual([verdict, difference])
  },
)

test('a charge that is no number is a TypeError that gives it', () => {
  expect(() => reconcile({ total: new Decimal(1) }, 'free')).toThrow(
    'charged must be a decimal string, was given free',
  )
})
