import type { FoundOrder } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { placedEntry } from '../../test/order-entry.ts'
import { orderDetails } from './order-details.ts'
import { messages as texts } from './texts/en.generated.ts'

const status: FoundOrder = {
  kind: 'found',
  orderId: '77',
  state: 'refunded',
  rawStatus: 'Refunded',
  statusType: 'info',
  description: 'The order was refunded.',
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
      { name: texts.details.status(), value: 'Refunded' },
      { name: texts.details.type(), value: 'info' },
      { name: texts.details.meaning(), value: 'The order was refunded.' },
      { name: texts.details.startCount(), value: '500,000' },
      { name: texts.details.currentCount(), value: '501,000' },
    ])
    expect(details[5]?.name).toBe(texts.details.refunded())
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
      { name: texts.details.status(), value: 'Refunded' },
      { name: texts.details.currentCount(), value: '0' },
    ])
  })

  test('are none before it was asked', () => {
    expect(orderDetails(placedEntry())).toStrictEqual([])
  })
})
