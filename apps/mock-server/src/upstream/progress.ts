import { deliveredAfter } from '../simulator/delivery.ts'
import type { Order, OrderState } from '../simulator/order.ts'
import { elapsedOf } from './course.ts'

export interface Progress {
  readonly state: OrderState
  /** The API's own word for the state, where one in particular was set. */
  readonly code: string | undefined
  readonly delivered: bigint
}

/** How far an order is at a moment of the clock. */
export function progressOf(order: Order, now: number): Progress {
  const elapsedMs = elapsedOf(order, now)
  const delivered = deliveredAfter(order.delivery, order.wanted, elapsedMs)
  if (order.mark === undefined) {
    return { state: stateByItself(order, elapsedMs, delivered), code: undefined, delivered }
  }
  const { state, code, deliveredThen } = order.mark
  if (state === 'completed') return { state, code, delivered: order.wanted }
  return { state, code, delivered: state === 'in_progress' ? delivered : deliveredThen }
}

/** A subscription is completed by its last order, which marks it. */
function stateByItself(order: Order, elapsedMs: number, delivered: bigint): OrderState {
  if (order.subscription !== undefined) return 'in_progress'
  if (delivered === order.wanted) return 'completed'
  return elapsedMs < order.delivery.pendingMs ? 'pending' : 'in_progress'
}
