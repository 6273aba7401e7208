import type { FoundOrder } from '@orderwright/client'
import { expect, test } from 'vitest'
import { entryIn, panelStatus, placedEntry } from '../../test/order-entry.ts'
import type { OrderEntry } from './history/order-entry.ts'
import { chargeWords, orderFacts, orderProgress } from './order-summary.ts'

function entry(change: Partial<FoundOrder>): OrderEntry {
  const status = panelStatus({
    orderId: '77',
    startCount: 10,
    currentCount: 10,
    wantedCount: 1000,
    remains: 1000,
    progress: 0,
    charge: '2.5',
    currency: undefined,
    ...change,
  })
  return placedEntry(status, { confirmed: { total: '2.5', currency: 'USD' } })
}

const unsent = entryIn({ name: 'queued' })

test.each([
  ['in progress', { remains: 600, progress: 0.4 }, { share: 0.4, text: '400 of 1,000', tone: 'calm' }],
  [
    'without a remainder',
    { remains: undefined, progress: 0.4 },
    { share: 0.4, text: '400 of 1,000', tone: 'calm' },
  ],
  [
    'completed',
    { state: 'completed', remains: 0, progress: 1 },
    { share: 1, text: '1,000 of 1,000', tone: 'good' },
  ],
  [
    'stopped',
    { state: 'stopped', remains: 900, progress: 0.1 },
    { share: 0.1, text: '100 of 1,000', tone: 'bad' },
  ],
] as const)('the progress of an order that is %s', (_, status, words) =>
  expect(orderProgress(entry(status))).toStrictEqual(words),
)

test('without counts, or before it was taken, there is no progress to show', () => {
  expect([
    orderProgress(entry({ progress: undefined, remains: undefined })),
    orderProgress(unsent),
  ]).toStrictEqual([undefined, undefined])
})

test.each([
  ['2.5', 'as quoted'],
  ['2.50', 'as quoted'],
  ['2.51', '$0.01 more than quoted'],
  ['2.4999', '$0.0001 less than quoted'],
  [undefined, ''],
  ['free', ''],
])('a charge of %s is %j', (charge, words) => expect(chargeWords(entry({ charge }))).toBe(words))

test('a charge of nothing, which comes from an upstream that shows what is left, is compared too', () => {
  const confirmed = { total: '12', quantity: '100', delivers: '200', currency: 'EUR' }
  const free = placedEntry(panelStatus({ state: 'refunded', charge: '0.00' }), {
    confirmed,
    wholeCharge: '0.00',
  })
  expect(chargeWords(free)).toMatch(/^€12\.00 /)
})

test('the number stands before the time, where there is one', () => {
  expect(orderFacts(entry({}))).toMatch(/^Order 77 · Nov \d+, \d+:\d\d [AP]M$/)
  expect(orderFacts(unsent)).toMatch(/^Nov \d+, \d+:\d\d [AP]M$/)
})
