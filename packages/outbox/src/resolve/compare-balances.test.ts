import { expect, test } from 'vitest'
import { describeBalances } from '../text/balances-text.ts'
import { compareBalances } from './compare-balances.ts'

test.each([
  ['20', '17.5', '2.5', 'placed', '2.5'],
  ['20', '20', '2.5', 'not_placed', '0'],
  ['20', '20.00', '2.5', 'not_placed', '0'],
  ['20', '15', '2.5', 'nothing', '5'],
  ['20', '27.5', '2.5', 'nothing', '-7.5'],
  ['100.84', '100.80', '0.04011', 'placed', '0.04'],
  ['100.84', '100.83', '0.04', 'nothing', '0.01'],
  ['100.84', '100.84', '0.004', 'nothing', '0'],
  ['100.84', '100.84', '0.01', 'not_placed', '0'],
  ['100', '100', '0', 'nothing', '0'],
  ['100.84292', '100.80281', '0.04011', 'placed', '0.04011'],
  ['93', '92.92299999999999', '0.077', 'placed', '0.077'],
  ['92.923', '92.92299999999999', '0.077', 'not_placed', '0'],
  ['100.84292', '100.80280343348', '0.04011656652', 'placed', '0.04011656652'],
  [undefined, '20', '2.5', 'nothing', undefined],
  ['20', undefined, '2.5', 'nothing', undefined],
  ['20', 'much', '2.5', 'nothing', undefined],
] as const)('%s before and %s after an order for %s: %s', (before, after, cost, suggests, fell) => {
  expect(compareBalances({ before, after, cost })).toEqual({ suggests, fell })
})

test.each([
  [
    { suggests: 'placed', fell: '2.5' },
    'The balance fell by 2.5 USD, as it would by this order (2.5 USD): it looks placed, but look at the upstream to be sure.',
  ],
  [
    { suggests: 'not_placed', fell: '0' },
    'The balance has not changed, and this order costs 2.5 USD: it looks as if it was not placed, but look at the upstream to be sure.',
  ],
  [
    { suggests: 'nothing', fell: '5' },
    'The balance changed by -5 USD, which says nothing certain of an order for 2.5 USD; look for it at the upstream.',
  ],
  [
    { suggests: 'nothing', fell: '-7.5' },
    'The balance changed by 7.5 USD, which says nothing certain of an order for 2.5 USD; look for it at the upstream.',
  ],
  [
    { suggests: 'nothing', fell: undefined },
    'The balance before and after is not known; look for the order at the upstream.',
  ],
] as const)('%j is said as it is', (weighed, sentence) => {
  expect(describeBalances({ cost: '2.5' }, weighed, 'USD')).toBe(sentence)
})
