import { expect, test } from 'vitest'
import type { Problem } from '../catalogue/problems.ts'
import { describeProblem } from './en.ts'

test.each([
  [
    { code: 'unusable_tier', serviceId: '5', path: 'prices[0]', value: { price: 'x' }, isFatal: false },
    'Service 5, prices[0]: A number of the price is missing or out of range. Given: an object.',
  ],
  [
    { code: 'not_a_catalogue', serviceId: undefined, path: '', value: '<html>', isFatal: true },
    'The answer is not a list of services. Given: "<html>".',
  ],
  [
    { code: 'missing_id', serviceId: undefined, path: 'id_service', value: undefined, isFatal: true },
    'id_service: The row has no service id. Given: nothing.',
  ],
] as const)('%j', (problem, sentence) => {
  expect(describeProblem(problem)).toBe(sentence)
})

test('a long value is cut', () => {
  const problem = {
    code: 'not_a_number',
    serviceId: '5',
    path: 'drip_cost',
    value: 'x'.repeat(1000),
    isFatal: false,
  } as const
  expect(describeProblem(problem).length).toBeLessThan(150)
})

test('what could reorder the sentence is isolated', () => {
  const problem = {
    code: 'unusable_modifier',
    serviceId: 'שלוש',
    path: 'params[0].modify_by',
    value: 'عشرة\u202e',
    isFatal: false,
  } as const
  expect(describeProblem(problem)).toBe(
    'Service \u2068שלוש\u2069, params[0].modify_by: A number of the price modifier is missing or 0, so it is left out. ' +
      'Given: \u2068"عشرة"\u2069.',
  )
})

const place = { serviceId: '5', path: 'prices[1]', isFatal: false } as const

test.each([
  [
    {
      ...place,
      code: 'tier_inverted_price',
      value: { price: '3', pricingPer: '1000', earlierPrice: '2.5', earlierPricingPer: '1000' },
    },
    'A piece costs more here than in a smaller order: 3 for 1000, after 2.5 for 1000.',
  ],
  [
    {
      ...place,
      code: 'price_cliff',
      value: { quantity: '900', total: '9', greaterQuantity: '1000', greaterTotal: '8', saving: '1' },
    },
    '1000 cost 8, which is 1 less than 900 cost, 9.',
  ],
  [
    {
      ...place,
      code: 'unreachable_tier',
      value: { minimum: '1', maximum: '9', pricingPer: '1', price: '1' },
    },
    'No quantity that can be ordered is charged at this price.',
  ],
  [
    {
      ...place,
      code: 'contradicting_rules',
      value: [
        { name: 'min', n: '9' },
        { name: 'max', n: '5' },
      ],
    },
    'No value meets all of min:9|max:5.',
  ],
  [
    {
      ...place,
      code: 'option_breaks_rules',
      value: { value: '3', issues: [{ code: 'below_min', path: 'minutes', min: '10' }] },
    },
    'The rules of the field refuse its option "3": Minutes must be at least 10.',
  ],
  [
    { ...place, code: 'suspicious_number', value: '1.000' },
    'The digits of "1.000" may be written as in another country; only a point stands before decimals, and nothing between thousands.',
  ],
  [
    { ...place, code: 'duplicate_name', value: { name: 'צפיות', earlierId: '3' } },
    'Service 3 has the same name, \u2068"צפיות"\u2069.',
  ],
] as const satisfies readonly (readonly [Problem, string])[])(
  'an odd one says its amounts: %j',
  (problem, sentence) => {
    expect(describeProblem(problem)).toBe(`Service 5, prices[1]: ${sentence}`)
  },
)
