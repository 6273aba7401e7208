import { parseServices } from '@orderwright/core'
import { describe, expect, it } from 'vitest'
import { qqtubeServices } from '../fixtures/qqtube-services.ts'
import { readLife } from '../simulator/behaviour.ts'
import type { Order } from '../simulator/order.ts'
import { progressOf } from './progress.ts'

const [service] = parseServices('qqtube', qqtubeServices.slice(0, 1)).services

function orderOf(change: Partial<Order> = {}): Order {
  if (service === undefined) throw new TypeError('The sample catalogue has no first service')
  return {
    id: '1',
    account: { upstream: 'qqtube', key: 'k', name: 'n', funds: '0', currency: 'USD' },
    service,
    target: '',
    wanted: 100n,
    startCount: 5n,
    charged: '0',
    takenAt: 1000,
    delivery: { pendingMs: 10, runMs: 100, runs: 1n, intervalMs: 0 },
    subscription: undefined,
    life: readLife('timed'),
    polls: 0,
    cancelAt: undefined,
    mark: undefined,
    refund: undefined,
    ...change,
  }
}

describe('progressOf', () => {
  it.each([
    [0, 0n, 'pending'],
    [1000, 0n, 'pending'],
    [1009, 0n, 'pending'],
    [1010, 0n, 'in_progress'],
    [1011, 1n, 'in_progress'],
    [1109, 99n, 'in_progress'],
    [1110, 100n, 'completed'],
    [9999, 100n, 'completed'],
  ])('at %i ms has %s of 100 delivered: %s', (now, delivered, state) => {
    expect(progressOf(orderOf(), now)).toEqual({ state, code: undefined, delivered })
  })

  it.each([
    ['failed', 7n],
    ['stopped', 7n],
    ['partial', 7n],
    ['in_progress', 50n],
    ['completed', 100n],
  ] as const)('shows a state of %s that was set at 7, with %s at half the time', (state, delivered) => {
    const mark = { state, code: 'word', deliveredThen: 7n }
    expect(progressOf(orderOf({ mark }), 1060)).toEqual({ state, code: 'word', delivered })
  })
})
