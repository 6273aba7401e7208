import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foundOrder } from './found-order.ts'

const base = {
  orderId: '7',
  statusId: 2,
  startCount: 500,
  currentCount: 750,
  wantedCount: 1000,
  sentCount: undefined,
  totalCost: '2.5',
} as const

test('an order in progress has delivered what its count grew by', () => {
  expect(foundOrder(base)).toStrictEqual({
    kind: 'found',
    orderId: '7',
    state: 'in_progress',
    rawStatus: 'In Progress',
    isFinal: false,
    startCount: 500,
    currentCount: 750,
    wantedCount: 1000,
    remains: 750,
    progress: 0.25,
    charge: '2.5',
    refund: undefined,
    currency: undefined,
  })
})

test('an order that was refunded tells when, and what the upstream says of it', () => {
  const refunded = {
    statusId: 8,
    refundTotal: '2.5',
    refundTime: '2026-11-22T10:00:00.000Z',
    statusType: 'info',
    description: 'Given back.',
  }
  expect(foundOrder({ ...base, ...refunded })).toMatchObject({
    state: 'refunded',
    refund: '2.5',
    refundedAt: '2026-11-22T10:00:00.000Z',
    statusType: 'info',
    description: 'Given back.',
  })
})

describe('progress and remains', () => {
  test.each([
    ['below the start', { currentCount: 400 }, 0, 1000],
    ['at the start', { currentCount: 500 }, 0, 1000],
    ['one short of the end', { currentCount: 1499 }, 0.999, 1],
    ['at the end', { currentCount: 1500 }, 1, 0],
    ['beyond the end', { currentCount: 1600 }, 1, 0],
    ['by what was sent', { sentCount: 100 }, 0.1, 900],
    ['completed, although the count fell', { statusId: 1, currentCount: 1400 }, 1, 0],
    ['without a start', { startCount: undefined }, undefined, undefined],
    ['without a count', { currentCount: undefined }, undefined, undefined],
    ['without a wanted count', { wantedCount: undefined }, undefined, undefined],
    ['with nothing wanted', { wantedCount: 0 }, undefined, 0],
  ])('%s', (_, change, progress, remains) => {
    const order = foundOrder({ ...base, ...change })
    expect({ progress: order.progress, remains: order.remains }).toStrictEqual({ progress, remains })
  })

  test('stay within their bounds', () => {
    const count = fc.option(fc.maxSafeInteger(), { nil: undefined })
    fc.assert(
      fc.property(count, count, count, count, (startCount, currentCount, wantedCount, sentCount) => {
        const { progress, remains } = foundOrder({
          ...base,
          startCount,
          currentCount,
          wantedCount,
          sentCount,
        })
        expect(progress === undefined || (progress >= 0 && progress <= 1)).toBe(true)
        expect(remains === undefined || remains >= Math.min(0, wantedCount ?? 0)).toBe(true)
      }),
    )
  })
})

test.each([
  [1, true],
  [2, false],
  [5, false],
  [8, true],
  [19, false],
  [99, false],
])('id_status %i is final: %j', (statusId, isFinal) => {
  expect(foundOrder({ ...base, statusId }).isFinal).toBe(isFinal)
})

test("the upstream's own name comes before the table's", () => {
  expect(foundOrder({ ...base, statusId: 99, statusName: 'Waiting for review' })).toMatchObject({
    state: 'unknown',
    rawStatus: 'Waiting for review',
  })
})
