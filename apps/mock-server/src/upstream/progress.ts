import type { Order, OrderState } from './order.ts'

export interface Progress {
  readonly state: OrderState
  /** The API's own word for the state, where one in particular was set. */
  readonly code: string | undefined
  readonly delivered: bigint
}

/** How far an order is at a moment of the clock: linear from when it was taken to the end of its duration. */
export function progressOf(order: Order, now: number): Progress {
  const delivered = deliveredBy(order, now)
  if (order.mark === undefined) {
    return { state: delivered === order.wanted ? 'completed' : 'in_progress', code: undefined, delivered }
  }
  const { state, code, deliveredThen } = order.mark
  if (state === 'completed') return { state, code, delivered: order.wanted }
  return { state, code, delivered: state === 'in_progress' ? delivered : deliveredThen }
}

function deliveredBy(order: Order, now: number): bigint {
  const elapsed = Math.min(Math.max(0, now - order.takenAt), order.durationMs)
  return (order.wanted * BigInt(elapsed)) / BigInt(order.durationMs)
}
