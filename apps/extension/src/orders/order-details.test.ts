import type { FoundOrder } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { placedEntry } from '../../test/order-entry.ts'
import { orderDetails } from './order-details.ts'

const status: FoundOrder = {
  kind: 'found',
  orderId: '77',
  state: 'refunded',
  rawStatus: 'Refunded',
  statusType: 'info',
  description: 'The order was given back.',
  isFinal: true,
  startCount: 500000,
  currentCount: 501000,
  wantedCount: 20000,
  remains: 19000,
  progress: 0.05,
  charge: '12.34',
  refund: '12.34',
  refundedAt: '2026-11-22T10:05:00.000Z',
  currency: undefined,
}

describe('the details of an order', () => {
  test('are what the upstream said last', () => {
    const details = orderDetails(placedEntry(status))
    expect(details.slice(0, 5)).toStrictEqual([
      { name: 'Upstream’s status', value: 'Refunded' },
      { name: 'Upstream’s sort of it', value: 'info' },
      { name: 'What it means', value: 'The order was given back.' },
      { name: 'Count at the start', value: '500,000' },
      { name: 'Count now', value: '501,000' },
    ])
    expect(details[5]?.name).toBe('Refunded')
  })

  test('leave out what it does not tell', () => {
    const told = {
      ...status,
      statusType: undefined,
      description: undefined,
      startCount: undefined,
      currentCount: 0,
      refundedAt: undefined,
    }
    expect(orderDetails(placedEntry(told))).toStrictEqual([
      { name: 'Upstream’s status', value: 'Refunded' },
      { name: 'Count now', value: '0' },
    ])
  })

  test('are none before it was asked', () => {
    expect(orderDetails(placedEntry())).toStrictEqual([])
  })
})
