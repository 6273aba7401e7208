import { expect, test } from 'vitest'
import { readBudget, splitBudget } from './read-budget.ts'

test.each([
  ['25$', 'USD', '25'],
  ['$25', 'USD', '25'],
  [' 25.5 $ ', 'USD', '25.5'],
  ['25 usd', 'USD', '25'],
  ['USD 1,500.25', 'USD', '1500.25'],
  ['$0.125', 'USD', '0.125'],
  ['$007', 'USD', '7'],
  ['25,50 €', 'EUR', '25.50'],
  ['１０$', 'USD', '10'],
  ['40 coins', 'Coins', '40'],
  ['$25', '', '25'],
])('%s at an account in %s is an amount of %s', (typed, currency, amount) =>
  expect(readBudget(typed, currency)).toBe(amount),
)

test.each([
  ['25', 'USD'],
  ['$25', 'EUR'],
  ['25 €', 'USD'],
  ['$25$', 'USD'],
  ['$1.500', 'USD'],
  ['$1,50,0', 'USD'],
  ['$', 'USD'],
  ['10k', 'USD'],
  ['', ''],
  [`$${'9'.repeat(50)}`, 'USD'],
])('%s at an account in %s is no amount', (typed, currency) =>
  expect(readBudget(typed, currency)).toBe(undefined),
)

test('an amount at the end of a search is what to spend; all else is searched for', () => {
  expect(splitBudget('views 25$', 'USD')).toStrictEqual({ words: 'views', budget: '25$' })
  expect(splitBudget('live views 25.50 usd', 'USD')).toStrictEqual({
    words: 'live views',
    budget: '25.50 usd',
  })
  expect(splitBudget('$5', 'USD')).toStrictEqual({ words: '', budget: '$5' })
  expect(splitBudget('views 25', 'USD')).toStrictEqual({ words: 'views 25', budget: '' })
})
