import { expect, test } from 'vitest'
import { badgeWords } from './badge.background.ts'

test.each([
  [0, [], '', 'Order for this page'],
  [1, ['Main'], '1', 'Orderwright: 1 order needs you (Main)'],
  [2, ['Main', 'Panel'], '2', 'Orderwright: 2 orders need you (Main and Panel)'],
  [99, [], '99', 'Orderwright: 99 orders need you'],
  [100, [], '99+', 'Orderwright: 100 orders need you'],
])('%s orders of %j: %j, %j', (count, accounts, text, title) => {
  expect(badgeWords(count, accounts)).toStrictEqual({ text, title })
})
