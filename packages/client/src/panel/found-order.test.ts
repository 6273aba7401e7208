import { describe, expect, test } from 'vitest'
import { foundOrder } from './found-order.ts'

const row = {
  charge: '0.27819',
  start_count: 3572,
  status: 'Partial',
  remains: 157,
  currency: 'USD',
  posts: undefined,
  orders: undefined,
  expiry: undefined,
}

test('the example of the document', () => {
  expect(foundOrder('1', row)).toStrictEqual({
    kind: 'found',
    orderId: '1',
    state: 'partial',
    rawStatus: 'Partial',
    isFinal: true,
    startCount: 3572,
    currentCount: undefined,
    wantedCount: undefined,
    remains: 157,
    progress: undefined,
    charge: '0.27819',
    refund: undefined,
    currency: 'USD',
  })
})

describe('the status', () => {
  test.each([
    ['Pending', 'pending', false],
    ['Awaiting', 'pending', false],
    ['In progress', 'in_progress', false],
    ['IN_PROGRESS', 'in_progress', false],
    ['in-progress', 'in_progress', false],
    ['Inprogress', 'in_progress', false],
    ['Processing', 'in_progress', false],
    ['Completed', 'completed', true],
    ['Partial', 'partial', true],
    ['Canceled', 'canceled', true],
    ['Cancelled', 'canceled', true],
    ['Refunded', 'refunded', true],
    ['Paused', 'stopped', false],
    ['Active', 'in_progress', false],
    ['Expired', 'stopped', true],
    ['constructor', 'unknown', false],
    ['__proto__', 'unknown', false],
    ['Fail', 'error', false],
    ['Error', 'error', false],
    ['Waiting for moon', 'unknown', false],
    ['completed?', 'unknown', false],
  ] as const)('%s is %s, final: %s', (status, state, isFinal) => {
    expect(foundOrder('1', { ...row, status })).toMatchObject({ state, isFinal, rawStatus: status })
  })

  test('Completed is the only one whose progress is known', () => {
    expect(foundOrder('1', { ...row, status: 'Completed' }).progress).toBe(1)
  })
})

test('a subscription tells its posts and the orders for them', () => {
  const subscription = { ...row, status: 'Active', posts: 1, orders: ['22'], expiry: '31/12/2026' }
  expect(foundOrder('1', subscription)).toMatchObject({
    state: 'in_progress',
    subscription: { posts: 1, orderIds: ['22'], expiry: '31/12/2026' },
  })
})
