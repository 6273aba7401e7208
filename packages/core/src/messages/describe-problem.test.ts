import { expect, test } from 'vitest'
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
