import { expect, test } from 'vitest'
import { describeRejection } from './describe-rejection.ts'

test.each([
  ['Not enough funds on balance', 'Your balance there does not cover it.'],
  ['neworder.error.not_enough_funds', 'Your balance there does not cover it.'],
  ['Quantity less than minimal 2000', 'It takes no less than 2,000.'],
  ['Quantity more than maximum 1000', 'It takes no more than 1,000.'],
  ['Invalid API key', 'It does not accept your key: copy it again, and save it in the settings.'],
  ['neworder.error.link_duplicate', 'It has an unfinished order for this link already.'],
])('%j is given in its own words, and in plain ones', (text, meaning) => {
  expect(describeRejection('Mine', [{ id: undefined, text }])).toBe(`Mine says: “${text}” ${meaning}`)
})

test('what is not known is given in its own words alone, and no words as such', () => {
  expect(describeRejection('Mine', [{ id: '7', text: 'Closed today.' }])).toBe('Mine says: “Closed today.”')
  expect(describeRejection('Mine', [])).toBe('Mine gave no reason.')
})
