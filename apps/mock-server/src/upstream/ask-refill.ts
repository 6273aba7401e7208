import type { Order } from '../simulator/order.ts'
import { seededInteger } from '../simulator/random.ts'
import { type Refill, refillStateOf } from '../simulator/refills.ts'
import type { UpstreamState } from '../simulator/state.ts'
import { progressOf } from './progress.ts'

export type RefillAnswer =
  | { readonly kind: 'asked'; readonly refill: Refill }
  | { readonly kind: 'not_refillable' | 'not_completed' | 'already_asked' }

/** Asks for an order's losses to be made up for: of a service that does so, after completion, one at a time. */
export function askRefill(state: UpstreamState, order: Order, now: number): RefillAnswer {
  if (!order.service.flags.refill) return { kind: 'not_refillable' }
  const { state: orderState } = progressOf(order, now)
  if (orderState !== 'completed' && orderState !== 'partial') return { kind: 'not_completed' }
  const earlier = state.refills.latestOf(order)
  if (earlier !== undefined && earlier.code === undefined && refillStateOf(earlier, now) !== 'completed') {
    return { kind: 'already_asked' }
  }
  const refill = state.refills.add({
    order,
    askedAt: now,
    pendingMs: 10_000,
    durationMs: 1000 * seededInteger(state.seed, ['refill', order.id], 60, 300),
  })
  state.changes.refill(refill)
  return { kind: 'asked', refill }
}
