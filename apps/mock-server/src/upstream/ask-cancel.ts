import { endCanceled, endPartially, markOrder } from '../simulator/change-order.ts'
import type { Order } from '../simulator/order.ts'
import type { UpstreamState } from '../simulator/state.ts'
import { progressOf } from './progress.ts'

/** How long it takes until a cancel that was asked for takes effect. */
const cancelMs = 60_000

export type CancelAnswer = 'asked' | 'not_cancelable' | 'already_asked' | 'already_final'

/**
 * Asks for an order to be canceled. A minute of the clock later it ends where it is then: canceled with all of its
 * charge where nothing was delivered, partial with the rest of it otherwise; nothing where it is completed by then.
 */
export function askCancel(state: UpstreamState, order: Order, now: number): CancelAnswer {
  if (!order.service.flags.cancel) return 'not_cancelable'
  if (order.cancelAt !== undefined) return 'already_asked'
  if (!isOpen(order, now)) return 'already_final'
  order.cancelAt = now + cancelMs
  state.changes.order(order)
  resumeCancel(state, order)
  return 'asked'
}

/** Has the clock bring the cancel that an order waits for, if it does. */
export function resumeCancel(state: UpstreamState, order: Order): void {
  const { cancelAt } = order
  if (cancelAt !== undefined) state.agenda.add(cancelAt, () => cancel(state, order, cancelAt))
}

function cancel(state: UpstreamState, order: Order, now: number): void {
  if (!isOpen(order, now)) return
  if (order.subscription !== undefined) markOrder(state, order, { state: 'canceled', code: undefined }, now)
  else if (progressOf(order, now).delivered === 0n)
    endCanceled(state, order, { state: 'canceled', code: undefined }, now)
  else endPartially(state, order, { state: 'partial', code: undefined }, now)
}

function isOpen(order: Order, now: number): boolean {
  const { state } = progressOf(order, now)
  return state === 'pending' || state === 'in_progress'
}
