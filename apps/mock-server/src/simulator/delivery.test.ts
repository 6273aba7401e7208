import { parseServices } from '@orderwright/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qqtubeServices } from '../fixtures/qqtube-services.ts'
import { readBehaviour } from './behaviour.ts'
import { deliveredAfter, durationOf, finishedRuns, progressOf } from './delivery.ts'
import type { Delivery, Order } from './order.ts'

const inRuns: Delivery = { pendingMs: 5, runMs: 10, runs: 3n, intervalMs: 20 }

describe('a delivery in three runs', () => {
  it.each([
    [0, 0n, 0n],
    [5, 0n, 0n],
    [10, 50n, 0n],
    [15, 100n, 1n],
    [24, 100n, 1n],
    [25, 100n, 1n],
    [30, 150n, 1n],
    [35, 200n, 2n],
    [45, 200n, 2n],
    [54, 290n, 2n],
    [55, 300n, 3n],
    [99, 300n, 3n],
  ])('has after %i ms delivered %s of 300, in %s whole runs', (elapsed, delivered, runs) => {
    expect(deliveredAfter(inRuns, 300n, elapsed)).toBe(delivered)
    expect(finishedRuns(inRuns, elapsed)).toBe(runs)
  })

  it('takes as long as it takes to the end of the last', () => {
    expect(durationOf(inRuns)).toBe(55)
  })
})

describe('any delivery', () => {
  const deliveries = fc
    .record({
      pendingMs: fc.nat(1000),
      runMs: fc.integer({ min: 1, max: 1000 }),
      runs: fc.bigInt(1n, 10n ** 9n),
      pauseMs: fc.nat(1000),
    })
    .map(({ pauseMs, ...delivery }) => ({ ...delivery, intervalMs: delivery.runMs + pauseMs }))
  const moments = fc.nat(100_000)

  it('grows from nothing to all, and is whole exactly when its duration has passed', () => {
    fc.assert(
      fc.property(deliveries, fc.bigInt(1n, 10n ** 20n), moments, moments, (delivery, perRun, one, other) => {
        const wanted = perRun * delivery.runs
        const early = deliveredAfter(delivery, wanted, Math.min(one, other))
        const late = deliveredAfter(delivery, wanted, Math.max(one, other))
        expect(early).toBeGreaterThanOrEqual(0n)
        expect(early).toBeLessThanOrEqual(late)
        expect(late).toBeLessThanOrEqual(wanted)
        expect(deliveredAfter(delivery, wanted, durationOf(delivery))).toBe(wanted)
        expect(deliveredAfter(delivery, wanted, durationOf(delivery) - 1)).toBeLessThan(wanted)
      }),
    )
  })
})

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
    behaviour: readBehaviour('timed'),
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
