import { describe, expect, test } from 'vitest'
import { foundOrder } from './found-order.ts'

const row = { charge: '0.27819', start_count: 3572, status: 'Partial', remains: 157, currency: 'USD' }

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
