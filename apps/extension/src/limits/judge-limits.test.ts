import { describe, expect, test } from 'vitest'
import { madeAt, placedLife, recordIn } from '../../test/order-entry.ts'
import { describeLimit } from './describe-limit.ts'
import { judgeLimits, type LimitIssue } from './judge-limits.ts'
import type { AccountLimits } from './limits.ts'
import { startOfDay } from './start-of-day.ts'

const dayStart = startOfDay(madeAt)

interface Case {
  readonly total: string
  readonly caps: AccountLimits['caps']
  readonly records?: readonly ReturnType<typeof recordIn>[]
  readonly set?: string
  readonly currency?: string
  readonly balance?: string
}

function judge({ total, caps, records = [], set = 'EUR', currency = 'EUR', balance }: Case) {
  const limits = { accounts: { a: { currency: set, caps } } }
  const candidate = { id: 'new', accountId: 'a', confirmed: { total } }
  return judgeLimits(candidate, { limits, records, currency, balance, now: madeAt })
}

const codes = (given: Case): readonly string[] => judge(given).map(({ code }) => code)

describe('an order against the limits of its account', () => {
  const one = [recordIn(placedLife())]
  test.each<[string, Case, readonly string[]]>([
    ['below the cap of one order', { total: '4.99', caps: { perOrder: '5' } }, []],
    ['at the cap of one order', { total: '5', caps: { perOrder: '5' } }, []],
    ['above the cap of one order', { total: '5.01', caps: { perOrder: '5' } }, ['over_order_cap']],
    ['below the cap of the day', { total: '5.99', caps: { perDay: '10' }, records: one }, []],
    ['at the cap of the day', { total: '6', caps: { perDay: '10' }, records: one }, []],
    ['above the cap of the day', { total: '6.01', caps: { perDay: '10' }, records: one }, ['over_day_cap']],
    [
      'above the cap in all',
      { total: '6.01', caps: { perAccount: '10' }, records: one },
      ['over_account_cap'],
    ],
    ['above a cap of nothing', { total: '0.01', caps: { perOrder: '0' } }, ['over_order_cap']],
    ['above the balance', { total: '5.01', caps: {}, balance: '5' }, ['over_balance']],
    ['without limits', { total: '1000', caps: {} }, []],
  ])('%s', (_, given, expected) => {
    expect(codes(given)).toStrictEqual(expected)
  })

  test.each<[string, ReturnType<typeof recordIn>, boolean]>([
    ['an intent', recordIn({ state: 'intent' }), true],
    ['one that is being sent', recordIn({ state: 'sending' }), true],
    ['one through another account', recordIn(placedLife(), { accountId: 'b' }), false],
    ['one in another currency', recordIn(placedLife(), { confirmed: { currency: 'USD' } }), false],
    [
      'one whose currency was not known',
      recordIn(placedLife(), { confirmed: { currency: undefined } }),
      true,
    ],
    ['one just after midnight', recordIn(placedLife(), { sentAt: dayStart }), true],
    ['one just before midnight', recordIn(placedLife(), { sentAt: dayStart - 1 }), false],
    [
      'one of next month, by a clock that was set back',
      recordIn(placedLife(), { sentAt: dayStart + 30 * 86_400_000 }),
      false,
    ],
    ['one that was refused', recordIn({ state: 'rejected', messages: [], httpStatus: 400 }), false],
  ])('counts for the day or not: %s', (_, record, isCounted) => {
    expect(codes({ total: '6.01', caps: { perDay: '10' }, records: [record] })).toStrictEqual(
      isCounted ? ['over_day_cap'] : [],
    )
  })

  test('is not judged by limits in another currency, and stopped', () => {
    expect(judge({ total: '1', caps: { perOrder: '5' }, set: 'USD', currency: 'EUR' })).toStrictEqual([
      { code: 'other_currency', set: 'USD', now: 'EUR' },
    ])
    expect(codes({ total: '6', caps: { perOrder: '5' }, set: '', currency: 'EUR' })).toStrictEqual([
      'over_order_cap',
    ])
    expect(codes({ total: '6', caps: {}, set: 'USD', currency: 'EUR' })).toStrictEqual([])
  })
})

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

test('an account of a file may be called what every object has by birth', () => {
  const candidate = { id: 'new', accountId: 'toString', confirmed: { total: '5' } }
  const context = { limits: { accounts: {} }, records: [], currency: 'EUR', now: madeAt }
  expect(judgeLimits(candidate, context)).toStrictEqual([])
})
