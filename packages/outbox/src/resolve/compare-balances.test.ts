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
  [{ suggests: 'placed', fell: '1.5' }, ['1.5', '2.5']],
  [{ suggests: 'not_placed', fell: '0' }, ['2.5']],
  [{ suggests: 'nothing', fell: '5' }, ['-5', '2.5']],
  [{ suggests: 'nothing', fell: '-7.5' }, ['7.5', '2.5']],
  [{ suggests: 'nothing', fell: undefined }, null],
] as const)('%j is described with its amounts', (compared, amounts) => {
  const sentence = describeBalances({ cost: '2.5' }, compared, 'USD')
  expect(sentence.match(/-?[\d.]+(?= USD)/g)).toEqual(amounts)
})
