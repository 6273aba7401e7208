import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from '../popup/order-history.ts'
import { type Evidence, type Finding, judge } from './judge.ts'

const entry: HistoryEntry = {
  id: 'a',
  target: 'https://www.youtube.com/watch?v=case0000000',
  standing: 'taken',
  state: 'open',
  isKeptBack: false,
  wasUnknown: false,
  orderId: '123456',
  charge: '0.50',
}
const order = { id: '123456', charged: '0.5' }
const clean: Evidence = {
  confirmed: 1,
  sent: 1,
  taken: [order],
  remembered: [entry],
  screen: '10 × Likes · Larch Order 123456',
}
const notTaken: HistoryEntry = { ...entry, standing: 'not_taken', orderId: undefined, charge: undefined }
const keptBack: HistoryEntry = { ...notTaken, state: 'not_sent', isKeptBack: true }

describe('nothing is wrong with', () => {
  test.each<[string, Partial<Evidence>]>([
    ['an order that both sides know alike', {}],
    [
      'an order that was refused, sent again and taken',
      { confirmed: 2, sent: 2, remembered: [notTaken, entry] },
    ],
    ['an order that was not taken, and is said not to be', { taken: [], remembered: [notTaken], screen: '' }],
    [
      'an order that was kept back, sent again and taken',
      { confirmed: 2, sent: 1, remembered: [keptBack, entry] },
    ],
    ['an order that was never stored or sent', { sent: 0, taken: [], remembered: [], screen: '' }],
  ])('%s', (_, change) => {
    expect(judge({ ...clean, ...change })).toStrictEqual([])
  })
})

describe('it finds', () => {
  test.each<[Finding, string, Partial<Evidence>]>([
    ['doubled', 'an order that was taken twice', { taken: [order, order] }],
    ['doubled', 'an order that was sent more often than it was confirmed', { sent: 2 }],
    [
      'sent all the same',
      'an order that is said not to have been sent, and reached the upstream',
      { confirmed: 2, sent: 2, remembered: [keptBack, entry] },
    ],
    ['missing', 'an order that was taken and is not in the history', { remembered: [] }],
    ['shown as not taken', 'an order that was taken and is said not to be', { remembered: [notTaken] }],
    [
      'left open',
      'an order that is on its way for ever',
      { taken: [], remembered: [{ ...notTaken, standing: 'open' }] },
    ],
    [
      'left unknown',
      'an order that nobody knows of',
      { taken: [], remembered: [{ ...notTaken, standing: 'unknown' }] },
    ],
    ['invented', 'an order in the history that was not taken', { taken: [] }],
    ['wrong amount', 'another charge than the upstream’s', { remembered: [{ ...entry, charge: '0.05' }] }],
    ['wrong amount', 'no charge', { remembered: [{ ...entry, charge: undefined }] }],
    ['not on the screen', 'an order that the person does not see', { screen: 'No orders yet' }],
  ])('%s: %s', (finding, _, change) => {
    expect(judge({ ...clean, ...change })).toStrictEqual([finding])
  })
})
