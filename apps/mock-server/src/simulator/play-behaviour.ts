import type { Life } from './behaviour.ts'
import { endCanceled, endPartially, leftOfCharge, markOrder, refundOrder } from './change-order.ts'
import { deliveredAtEnd, elapsedOf, endsAfter } from './delivery.ts'
import type { Mark, Order } from './order.ts'
import type { SimulatorState } from './state.ts'

/** Has an order's life come to its end: now, or once the clock is there. One that goes by polls ends by {@link poll}. */
export function beginLife(state: SimulatorState, order: Order, now: number): void {
  const { life } = order
  if (!isEnding(order)) return
  if (life.pace.kind === 'immediate') endByLife(state, order, life, now)
  if (life.pace.kind === 'timed') {
    const at = order.takenAt + endsAfter(order)
    if (at <= now) endByLife(state, order, life, now)
    else state.scheduler.add(at, () => endByLife(state, order, life, at))
  }
}

/** Counts that a client has asked how an order stands. */
export function poll(state: SimulatorState, order: Order, now: number): void {
  if (order.life.pace.kind !== 'polls' || order.subscription !== undefined) return
  order.polls += 1
  state.onChange()
  if (isEnding(order) && elapsedOf(order, now) >= endsAfter(order)) endByLife(state, order, order.life, now)
}

/**
 * Gives an order that has not ended another life, and counts its polls anew.
 * @throws RangeError for an order that has ended, or a subscription, whose orders have lives instead
 */
export function changeLife(state: SimulatorState, order: Order, life: Life, now: number): void {
  const hasEnded = order.mark !== undefined && order.mark.state !== 'in_progress'
  if (hasEnded || order.subscription !== undefined) {
    const reason = hasEnded ? `has ended as ${order.mark?.state}` : 'is a subscription'
    throw new RangeError(`Order ${order.id} ${reason}: it can be given no other life`)
  }
  order.mark = undefined
  order.life = life
  order.polls = 0
  state.onChange()
  beginLife(state, order, now)
}

/** Whether there is an end to come that the delivery does not bring by itself. */
function isEnding({ life, subscription, mark }: Order): boolean {
  const { kind } = life.end
  return kind !== 'completed' && kind !== 'stuck' && subscription === undefined && mark === undefined
}

function endByLife(state: SimulatorState, order: Order, life: Life, now: number): void {
  // Someone set a status, or another life, in the meantime.
  if (order.life !== life || !isEnding(order)) return
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
function markOf({ life: { end }, account }: Order): Pick<Mark, 'state' | 'code'> {
  const state = end.kind === 'completed' || end.kind === 'stuck' ? 'in_progress' : end.kind
  return { state, code: account.upstream === 'qqtube' ? end.code : undefined }
}
