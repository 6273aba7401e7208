import { expect, test } from 'vitest'
import { type CapFields, capsOf } from './parse-caps.ts'
import { messages as texts } from './texts/en.generated.ts'

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
  ['12,50', texts.notAnAmount({ given: '12,50' })],
  ['1e3', texts.notAnAmount({ given: '1e3' })],
  ['$5', texts.notAnAmount({ given: '$5' })],
  ['-5', texts.negative({ given: '-5' })],
])('%s is refused by name', (given, sentence) => {
  expect(capsOf(fields({ perDay: given, perOrder: '5' }))).toStrictEqual({
    ok: false,
    issues: { perDay: sentence },
  })
})
