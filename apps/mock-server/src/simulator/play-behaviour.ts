import type { Behaviour } from './behaviour.ts'
import { endCanceled, endPartially, leftOfCharge, markOrder, refundOrder } from './change-order.ts'
import { deliveredAtEnd, elapsedOf, endsAfter } from './delivery.ts'
import type { Mark, Order } from './order.ts'
import type { SimulatorState } from './state.ts'

/** Has an order's behaviour come to its end: now, or once the clock is there. One that goes by polls ends by {@link poll}. */
export function beginBehaviour(state: SimulatorState, order: Order, now: number): void {
  const { behaviour } = order
  if (!isEnding(order)) return
  if (behaviour.progressMode.kind === 'immediate') endByBehaviour(state, order, behaviour, now)
  if (behaviour.progressMode.kind === 'timed') {
    const at = order.takenAt + endsAfter(order)
    if (at <= now) endByBehaviour(state, order, behaviour, now)
    else state.scheduler.add(at, () => endByBehaviour(state, order, behaviour, at))
  }
}

/** Counts that a client has asked how an order stands. */
export function poll(state: SimulatorState, order: Order, now: number): void {
  if (order.behaviour.progressMode.kind !== 'polls' || order.subscription !== undefined) return
  order.polls += 1
  state.onChange()
  if (isEnding(order) && elapsedOf(order, now) >= endsAfter(order))
    endByBehaviour(state, order, order.behaviour, now)
}

/**
 * Gives an order that has not ended another behaviour, and counts its polls anew.
 * @throws RangeError for an order that has ended, or a subscription, whose orders have behaviours instead
 */
export function changeBehaviour(
  state: SimulatorState,
  order: Order,
  behaviour: Behaviour,
  now: number,
): void {
  const hasEnded = order.mark !== undefined && order.mark.state !== 'in_progress'
  if (hasEnded || order.subscription !== undefined) {
    const reason = hasEnded ? `has ended as ${order.mark?.state}` : 'is a subscription'
    throw new RangeError(`Order ${order.id} ${reason}: it can be given no other behaviour`)
  }
  order.mark = undefined
  order.behaviour = behaviour
  order.polls = 0
  state.onChange()
  beginBehaviour(state, order, now)
}

/** Whether there is an end to come that the delivery does not bring by itself. */
function isEnding({ behaviour, subscription, mark }: Order): boolean {
  const { kind } = behaviour.finalState
  return kind !== 'completed' && kind !== 'stuck' && subscription === undefined && mark === undefined
}

function endByBehaviour(state: SimulatorState, order: Order, behaviour: Behaviour, now: number): void {
  // Someone set a status, or another behaviour, in the meantime.
  if (order.behaviour !== behaviour || !isEnding(order)) return
  const delivered = deliveredAtEnd(order)
  const mark = markOf(order)
  switch (mark.state) {
    case 'partial':
      endPartially(state, order, mark, now, delivered)
      break
    case 'canceled':
      endCanceled(state, order, mark, now, delivered)
      break
    default:
      markOrder(state, order, mark, now, delivered)
      if (mark.state === 'refunded' && leftOfCharge(order) !== '0') refundOrder(state, order, now)
  }
}

/** A panel's statuses are words: a number means nothing there. */
function markOf({ behaviour: { finalState }, account }: Order): Pick<Mark, 'state' | 'code'> {
  const state =
    finalState.kind === 'completed' || finalState.kind === 'stuck' ? 'in_progress' : finalState.kind
  return { state, code: account.upstream === 'qqtube' ? finalState.code : undefined }
}
