import { expect, test } from 'vitest'
import { madeAt, placedState, recordIn } from '../../../test/order-entry.ts'
import { describeEarlier } from './earlier-orders.tsx'

test.each([
  [recordIn(placedState()), 'Order 7 through Main, 5 minutes ago: placed.'],
  [recordIn({ name: 'submitting' }), 'An order without a number yet through Main, 5 minutes ago: sending.'],
])('names number, account, age and state: %#', (record, sentence) => {
  expect(describeEarlier(record, 'Main', madeAt + 5 * 60_000)).toBe(sentence)
})
