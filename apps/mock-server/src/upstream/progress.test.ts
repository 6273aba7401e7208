import { parseServices } from '@orderwright/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qqtubeServices } from '../samples/qqtube-services.ts'
import type { Order } from './order.ts'
import { progressOf } from './progress.ts'

const [service] = parseServices('qqtube', qqtubeServices.slice(0, 1)).services

function orderOf(wanted: bigint, durationMs: number): Order {
  if (service === undefined) throw new TypeError('The sample catalogue has no first service')
  const account = { upstream: 'qqtube', key: 'k', name: 'n', funds: '0' } as const
  const rest = { id: '1', account, service, target: '', charged: '0', mark: undefined, refund: undefined }
  return { ...rest, startCount: 5n, wanted, takenAt: 1000, durationMs }
}

const moments = fc.nat(2_000_000)

describe('progressOf', () => {
  it('grows with time from nothing to all, and is completed exactly when all is delivered', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 30n),
        fc.integer({ min: 1, max: 1_000_000 }),
        moments,
        moments,
        (wanted, durationMs, one, other) => {
          const order = orderOf(wanted, durationMs)
          const [early, late] = [Math.min(one, other), Math.max(one, other)].map(now =>
            progressOf(order, now),
          )
          expect(early?.delivered).toBeLessThanOrEqual(late?.delivered ?? -1n)
          expect(late?.delivered).toBeLessThanOrEqual(wanted)
          expect(late?.state).toBe(late?.delivered === wanted ? 'completed' : 'in_progress')
        },
      ),
    )
  })

  it.each([
    [0, 0n, 'in_progress'],
    [1000, 0n, 'in_progress'],
    [1001, 1n, 'in_progress'],
    [1099, 99n, 'in_progress'],
    [1100, 100n, 'completed'],
    [9999, 100n, 'completed'],
  ])('at %i ms has %s of 100 delivered: %s', (now, delivered, state) => {
    expect(progressOf(orderOf(100n, 100), now)).toEqual({ state, code: undefined, delivered })
  })
})
