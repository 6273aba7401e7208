import type { LimitIssue } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { describeLimit } from '../limits/describe-limit.ts'
import { describeCheckoutIssue } from './issue.ts'

const issues: { readonly [C in LimitIssue['code']]: Extract<LimitIssue, { readonly code: C }> } = {
  over_order_cap: { code: 'over_order_cap', total: '7.5', cap: '5' },
  over_day_cap: { code: 'over_day_cap', total: '7.5', cap: '10', spent: '4' },
  over_account_cap: { code: 'over_account_cap', total: '7.5', cap: '10', spent: '4' },
  over_balance: { code: 'over_balance', total: '7.5', balance: '9', reserved: '2' },
  other_currency: { code: 'other_currency', set: 'USD', now: 'EUR' },
}

test.each(Object.values(issues))(
  'a limit is told in one sentence while filling in and after confirming: %j',
  issue => {
    expect(describeCheckoutIssue(issue, 'Main', 'USD')).toBe(describeLimit(issue, 'Main', 'USD'))
  },
)
