import { describe, expect, test } from 'vitest'
import { sampleConfirmation, sampleRecord, sampleStates, start } from '../../test/samples.ts'
import type { Confirmation, OrderRecord, OrderState } from '../record/record-schema.ts'
import type { AccountLimits } from './caps.ts'
import { judgeLimits } from './judge-limits.ts'

const dayStart = start

type Change = Omit<Partial<OrderRecord>, 'confirmed'> & { readonly confirmed?: Partial<Confirmation> }

/** An order for 4 EUR. */
function recordIn(state: OrderState, { confirmed, ...change }: Change = {}): OrderRecord {
  const own = { ...sampleConfirmation, total: '4', currency: 'EUR', ...confirmed }
  return sampleRecord(state, { sentAt: start, ...change, confirmed: own })
}

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
  return judgeLimits(candidate, { limits, records, currency, balance, dayStart })
}

const codes = (given: Case): readonly string[] => judge(given).map(({ code }) => code)

describe('an order against the limits of its account', () => {
  const one = [recordIn(sampleStates.accepted)]
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
    ['an intent', recordIn({ name: 'queued' }), true],
    ['one that is being sent', recordIn({ name: 'submitting' }), true],
    ['one through another account', recordIn(sampleStates.accepted, { accountId: 'b' }), false],
    ['one in another currency', recordIn(sampleStates.accepted, { confirmed: { currency: 'USD' } }), false],
    [
      'one whose currency was not known',
      recordIn(sampleStates.accepted, { confirmed: { currency: undefined } }),
      true,
    ],
    ['one just after midnight', recordIn(sampleStates.accepted, { sentAt: dayStart }), true],
    ['one just before midnight', recordIn(sampleStates.accepted, { sentAt: dayStart - 1 }), false],
    [
      'one of next month, by a clock that was set back',
      recordIn(sampleStates.accepted, { sentAt: dayStart + 30 * 86_400_000 }),
      false,
    ],
    ['one that was refused', recordIn({ name: 'rejected', messages: [], httpStatus: 400 }), false],
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

test('an account of a file may be called what every object has by birth', () => {
  const candidate = { id: 'new', accountId: 'toString', confirmed: { total: '5' } }
  const context = { limits: { accounts: {} }, records: [], currency: 'EUR', dayStart }
  expect(judgeLimits(candidate, context)).toStrictEqual([])
})
