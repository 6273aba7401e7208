import { expect, test } from 'vitest'
import { type CapFields, capsOf } from './parse-caps.ts'

const fields = (change: Partial<CapFields>): CapFields => ({
  perOrder: '',
  perDay: '',
  perAccount: '',
  ...change,
})

test.each<[string, Partial<CapFields>, object]>([
  ['blank is no limit', {}, {}],
  ['blank spaces are no limit', { perDay: '  ' }, {}],
  ['an amount', { perOrder: ' 12.50 ' }, { perOrder: '12.5' }],
  ['nothing at all may be spent', { perAccount: '0' }, { perAccount: '0' }],
  [
    'more digits than any float has',
    { perDay: '0.1234567890123456789' },
    { perDay: '0.1234567890123456789' },
  ],
])('%s', (_, given, caps) => {
  expect(capsOf(fields(given))).toStrictEqual({ ok: true, caps, issues: {} })
})

test.each<[string, string]>([
  ['12,50', 'Most for a day cannot be “12,50”; write it like 12.50.'],
  ['1e3', 'Most for a day cannot be “1e3”; write it like 12.50.'],
  ['$5', 'Most for a day cannot be “$5”; write it like 12.50.'],
  ['-5', 'Most for a day cannot be “-5”; it is 0 or more.'],
])('%s is refused by name', (given, sentence) => {
  expect(capsOf(fields({ perDay: given, perOrder: '5' }))).toStrictEqual({
    ok: false,
    issues: { perDay: sentence },
  })
})
