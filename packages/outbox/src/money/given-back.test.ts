import { expect, test } from 'vitest'
import { givenBack } from './given-back.ts'

test.each([
  ['named beside the charge', { charge: '15', refund: '3', state: 'in_progress' }, '3'],
  ['named, though the charge fell too', { charge: '12', refund: '3', state: 'partial' }, '3'],
  ['missing in the charge of a partial order', { charge: '12', refund: undefined, state: 'partial' }, '3'],
  ['missing in the charge of a canceled order', { charge: '0', refund: undefined, state: 'canceled' }, '15'],
  ['not to be told without a charge', { charge: undefined, refund: undefined, state: 'canceled' }, '0'],
  ['none where the order goes on', { charge: '12', refund: undefined, state: 'in_progress' }, '0'],
  ['none where the charge is higher', { charge: '16', refund: undefined, state: 'partial' }, '0'],
] as const)('a refund is %s', (_, status, back) => {
  expect(givenBack({ total: '15' }, status).toFixed()).toBe(back)
})
