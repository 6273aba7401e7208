import type { LimitIssue } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { describeLimit } from './describe-limit.ts'

test.each<[LimitIssue, readonly string[]]>([
  [{ code: 'over_order_cap', total: '7.5', cap: '5' }, ['$2.50', '$5.00']],
  [{ code: 'over_day_cap', total: '7.5', cap: '10', spent: '4' }, ['$1.50', '$10.00', '$4.00']],
  [{ code: 'over_account_cap', total: '7.5', cap: '10', spent: '4' }, ['$1.50', '$10.00', '$4.00']],
  [{ code: 'over_balance', total: '7.5', balance: '7', reserved: '0' }, ['$0.50', 'Main', '$7.00']],
  [{ code: 'over_balance', total: '7.5', balance: '9', reserved: '2' }, ['$0.50', 'Main', '$9.00', '$2.00']],
  [{ code: 'other_currency', set: 'USD', now: 'EUR' }, ['Main', 'USD', 'EUR']],
])('%o is described with its amounts as screens write them', (issue, facts) => {
  const sentence = describeLimit(issue, 'Main', 'USD')
  expect(sentence.match(/\$\d+\.\d\d|Main|USD|EUR/g)).toStrictEqual(facts)
})
