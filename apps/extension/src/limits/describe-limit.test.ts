import type { LimitIssue } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { describeLimit } from './describe-limit.ts'

test.each<[LimitIssue, string]>([
  [
    { code: 'over_order_cap', total: '7.5', cap: '5' },
    'This order costs $7.50, more than the $5.00 that you allow for one order through Main; you can change that in the settings, under Limits.',
  ],
  [
    { code: 'over_day_cap', total: '7.5', cap: '10', spent: '4' },
    'This order costs $7.50 and $4.00 has been spent through Main today, together more than the $10.00 that you allow for a day; you can change that in the settings, under Limits.',
  ],
  [
    { code: 'over_account_cap', total: '7.5', cap: '10', spent: '4' },
    'This order costs $7.50 and $4.00 has been spent through Main, together more than the $10.00 that you allow in all; you can change that in the settings, under Limits.',
  ],
  [
    { code: 'over_balance', total: '7.5', balance: '7', reserved: '0' },
    'This order costs $7.50, but Main has $7.00; add funds there first.',
  ],
  [
    { code: 'over_balance', total: '7.5', balance: '9', reserved: '2' },
    'This order costs $7.50, but Main has $9.00, and $2.00 of it is for orders on their way; add funds there first.',
  ],
  [
    { code: 'other_currency', set: 'USD', now: 'EUR' },
    'Your limits for Main are in USD and its amounts are in EUR now; set them anew in the settings, under Limits.',
  ],
])('%o is said in one sentence', (issue, sentence) => {
  expect(describeLimit(issue, 'Main', 'USD')).toBe(sentence)
})
