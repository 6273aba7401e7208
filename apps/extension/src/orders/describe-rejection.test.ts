import { expect, test } from 'vitest'
import { describeRejection } from './describe-rejection.ts'
import { messages as texts } from './texts/en.generated.ts'

test.each([
  ['Not enough funds on balance', texts.meanings.not_enough_funds()],
  ['neworder.error.not_enough_funds', texts.meanings.not_enough_funds()],
  ['Quantity less than minimal 2000', texts.meanings.quantity_below_min({ limit: '2,000' })],
  ['Quantity more than maximum 1000', texts.meanings.quantity_above_max({ limit: '1,000' })],
  ['Invalid API key', texts.meanings.invalid_key()],
  ['neworder.error.link_duplicate', texts.meanings.duplicate_link()],
])('%j is given in its own words, and in plain ones', (text, meaning) => {
  expect(describeRejection('Mine', [{ id: undefined, text }])).toBe(`Mine says: “${text}” ${meaning}`)
})

test('what is not known is given in its own words alone, and no words as such', () => {
  expect(describeRejection('Mine', [{ id: '7', text: 'Closed today.' }])).toBe('Mine says: “Closed today.”')
  expect(describeRejection('Mine', [])).toBe('Mine gave no reason.')
})
