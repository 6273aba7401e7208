import { describe, expect, test } from 'vitest'
import { sampleConfirmation, sampleRecord, sampleStates, sampleStatus, start } from '../../test/samples.ts'
import { spentOf } from '../record/final-amounts.ts'
import { describeLimitIssue } from '../text/limit-text.ts'
import { checkLimits, type LimitContext } from './check-limits.ts'

const hourMs = 3_600_000
const candidate = sampleRecord(sampleStates.draft, { id: 'new' })
const nothing: LimitContext = { records: [], caps: {}, balance: undefined, dayStart: start }
const costing = (total: string) => ({ ...candidate, confirmed: { ...sampleConfirmation, total } })
const codes = (total: string, context: Partial<LimitContext>): readonly string[] =>
  checkLimits(costing(total), { ...nothing, ...context }).map(({ code }) => code)

describe('a limit', () => {
  const unknown = sampleRecord(sampleStates.unknown)

  test.each([
    ['4.99', { caps: { perOrder: '5' } }, []],
    ['5.00', { caps: { perOrder: '5' } }, []],
    ['5.000000001', { caps: { perOrder: '5' } }, ['over_order_cap']],
    ['2.49', { caps: { perDay: '5' }, records: [unknown] }, []],
    ['2.5', { caps: { perDay: '5' }, records: [unknown] }, []],
    ['2.51', { caps: { perDay: '5' }, records: [unknown] }, ['over_day_cap']],
    ['2.51', { caps: { perDay: '5' }, records: [unknown], dayStart: start + 1 }, []],
    ['2.51', { caps: { perAccount: '5' }, records: [unknown], dayStart: start + 1 }, ['over_account_cap']],
    // Dated in a later day by a clock that was set back since: of today it is not, and of the account it is.
    [
      '2.51',
      { caps: { perDay: '5' }, records: [unknown], dayStart: start - 25 * hourMs + 1 },
      ['over_day_cap'],
    ],
    ['2.51', { caps: { perDay: '5' }, records: [unknown], dayStart: start - 25 * hourMs }, []],
    ['2.51', { caps: { perAccount: '5' }, records: [unknown], dayStart: 0 }, ['over_account_cap']],
    ['2.5', { balance: '2.5' }, []],
    ['2.51', { balance: '2.5' }, ['over_balance']],
    ['2.5', { balance: '2.4999999999999996' }, []],
    ['2.5', { balance: '2.499999' }, ['over_balance']],
    ['2.5', { balance: '4.99', records: [sampleRecord(sampleStates.queued)] }, ['over_balance']],
    ['2.5', { balance: '4.99', records: [unknown] }, []],
    ['9', {}, []],
    ['0.1', { caps: { perOrder: '0' } }, ['over_order_cap']],
  ] as const)('for %s under %j: %j', (total, context, expected) => {
    expect(codes(total, context)).toEqual(expected)
  })

  test('is one account’s, and does not count the order itself', () => {
    const caps = { perDay: '5', perAccount: '5' }
    const other = sampleRecord(sampleStates.unknown, { accountId: 'b' })
    const itself = sampleRecord(sampleStates.unknown, { id: 'new' })
    expect(codes('5', { caps, records: [other, itself] })).toEqual([])
  })

  test('is shared by accounts that name the same upstream and key, each order counted once', () => {
    const records = [sampleRecord(sampleStates.unknown, { accountId: 'b' })]
    const context = { caps: { perDay: '5' }, records, aliases: ['a', 'b', 'a'] }
    expect([codes('2.5', context), codes('2.51', context)]).toEqual([[], ['over_day_cap']])
    const reserved = [sampleRecord(sampleStates.queued, { accountId: 'b' })]
    expect(codes('2.5', { balance: '4.99', records: reserved, aliases: ['b'] })).toEqual(['over_balance'])
  })

  test('counts an order on the day on which it was sent', () => {
    const record = sampleRecord(sampleStates.unknown, { createdAt: start - 1000 })
    expect(codes('5', { caps: { perDay: '5' }, records: [record] })).toEqual(['over_day_cap'])
  })

  test('that is broken is told with all others at once', () => {
    const caps = { perOrder: '1', perDay: '4', perAccount: '4.5' }
    const issues = checkLimits(candidate, {
      records: [sampleRecord(sampleStates.submitting)],
      caps,
      balance: '3',
      dayStart: start,
    })
    expect(issues).toEqual([
      { code: 'over_order_cap', total: '2.5', cap: '1' },
      { code: 'over_day_cap', total: '2.5', cap: '4', spent: '2.5' },
      { code: 'over_account_cap', total: '2.5', cap: '4.5', spent: '2.5' },
      { code: 'over_balance', total: '2.5', balance: '3', reserved: '2.5' },
    ])
    // By how much it goes over, and what that is counted from.
    const amounts = issues.map(issue =>
      describeLimitIssue(issue, { currency: 'USD' }).match(/[\d.]+(?= USD)/g),
    )
    expect(amounts).toEqual([
      ['1.5', '1'],
      ['1', '4', '2.5'],
      ['0.5', '4.5', '2.5'],
      ['2', '3', '2.5'],
    ])
    const short = describeLimitIssue({ code: 'over_balance', total: '2.5', balance: '2', reserved: '0' })
    expect(short.match(/\d[\d.]*\d|\d/g)).toEqual(['0.5', '2'])
  })

  test.each([[{ caps: { perOrder: '5 USD' } }], [{ caps: { perDay: '' } }], [{ balance: 'NaN' }]])(
    'that is no number is misuse: %j',
    context => {
      expect(() => checkLimits(candidate, { ...nothing, ...context })).toThrow(TypeError)
    },
  )
})

describe('an order counts for', () => {
  const seen = (change: object) => ({ ...sampleStates.closed, status: { ...sampleStatus, ...change } })

  test.each([
    ['0', sampleStates.draft],
    ['2.5', sampleStates.queued],
    ['2.5', sampleStates.submitting],
    ['2.5', sampleStates.unknown],
    ['2.5', sampleStates.accepted],
    ['0', sampleStates.rejected],
    ['0', sampleStates.not_sent],
    ['0', sampleStates.not_placed],
    ['2.5', seen({ charge: undefined })],
    ['2.7', seen({ charge: '2.7' })],
    ['1.5', seen({ charge: '2.5', refund: '1' })],
    ['0', seen({ charge: '2.5', refund: '2.5', state: 'refunded' })],
    ['0', seen({ charge: '0', refund: '2.5', state: 'refunded' })],
    ['2', seen({ charge: '2', state: 'partial' })],
  ])('%s while it is %j', (spent, state) => {
    expect(spentOf(sampleRecord(state)).toFixed()).toBe(spent)
  })
})
