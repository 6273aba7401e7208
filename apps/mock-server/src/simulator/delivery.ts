import type { Delivery, Order, OrderState } from './order.ts'

/** From when the order is taken to when it is completed. */
export function durationOf({ pendingMs, runMs, runs, intervalMs }: Delivery): number {
  return pendingMs + Number(runs - 1n) * intervalMs + runMs
}

/** How many runs have been delivered whole. */
export function finishedRuns({ pendingMs, runMs, runs, intervalMs }: Delivery, elapsedMs: number): bigint {
  const sinceFirstEnd = elapsedMs - pendingMs - runMs
  if (sinceFirstEnd < 0) return 0n
  // Runs that are no time apart go together, as a single one does.
  if (intervalMs === 0) return runs
  const finished = 1n + BigInt(Math.floor(sinceFirstEnd / intervalMs))
  return finished < runs ? finished : runs
}

/** How much of `wanted` is delivered; each run delivers an equal part. */
export function deliveredAfter(delivery: Delivery, wanted: bigint, elapsedMs: number): bigint {
  const { pendingMs, runMs, runs, intervalMs } = delivery
  const finished = finishedRuns(delivery, elapsedMs)
  if (finished === runs) return wanted
  const perRun = intervalMs === 0 ? wanted : wanted / runs
  const intoRun = elapsedMs - pendingMs - Number(finished) * intervalMs
  const inRun = Math.min(Math.max(0, intoRun), runMs)
  return finished * perRun + (perRun * BigInt(inRun)) / BigInt(runMs)
}

/** How far along its delivery an order is, in milliseconds of it: by the clock, at its end at once, or by polls. */
export function elapsedOf(order: Order, now: number): number {
  const elapsedMs = elapsedByMode(order, now)
  return order.behaviour.finalState.kind === 'stuck' ? Math.min(elapsedMs, endsAfter(order)) : elapsedMs
}

function elapsedByMode(
  { behaviour: { progressMode }, delivery, polls, takenAt }: Order,
  now: number,
): number {
  switch (progressMode.kind) {
    case 'timed':
      return now - takenAt
    case 'immediate':
      return durationOf(delivery)
    case 'polls':
      return Math.floor(durationOf(delivery) * Math.min(1, polls / progressMode.count))
  }
}

/** How much is delivered where the order's behaviour ends. */
export function deliveredAtEnd({ behaviour: { finalState }, wanted }: Order): bigint {
  return (wanted * BigInt(finalState.percent)) / 100n
}

/** The first millisecond of the delivery in which that much is delivered; none before the delivery begins. */
export function endsAfter(order: Order): number {
  const { delivery, wanted } = order
  const target = deliveredAtEnd(order)
  let low = delivery.pendingMs
  let high = durationOf(delivery)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (deliveredAfter(delivery, wanted, middle) >= target) high = middle
    else low = middle + 1
  }
  return low
}

export interface Progress {
  readonly state: OrderState
  /** The API's own word for the state, if one in particular was set. */
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
