import { addAmounts, amount, compareAmounts, Decimal, subtractAmounts } from '@orderwright/core'
import { progressOf } from './delivery.ts'
import type { Mark, Order } from './order.ts'
import type { SimulatorState } from './state.ts'

/** Sets a state that stays. A delivery that it cuts off stays where it is at this moment. */
export function markOrder(
  state: SimulatorState,
  order: Order,
  mark: Pick<Mark, 'state' | 'code'>,
  now: number,
  delivered: bigint = progressOf(order, now).delivered,
): void {
  order.mark = { ...mark, deliveredThen: delivered }
  state.onChange()
}

/** What is left of an order's charge after what was given back. */
export function leftOfCharge(order: Order): string {
  return subtractAmounts(order.charged, order.refund?.amount ?? '0')
}

/**
 * Gives money back to the order's account; without an amount, all that is left of the charge.
 * @throws RangeError for an amount of 0, no amount, or one above what is left of the charge
 */
export function refundOrder(state: SimulatorState, order: Order, now: number, given?: string): void {
  const left = leftOfCharge(order)
  const refund = given === undefined ? left : amount(given, 'The refund')
  if (refund === '0' || compareAmounts(refund, left) > 0) {
    throw new RangeError(
      `Order ${order.id} can be refunded by more than 0 and at most ${left}, not by ${refund}`,
    )
  }
  state.accounts.credit(order.account, refund)
  order.refund = { amount: addAmounts(order.refund?.amount ?? '0', refund), at: now }
  state.onChange()
}

/** Ends an order where it is, and gives back what was not delivered: charge × remains ÷ quantity. */
export function endPartially(
  state: SimulatorState,
  order: Order,
  mark: Pick<Mark, 'state' | 'code'>,
  now: number,
  delivered: bigint = progressOf(order, now).delivered,
): void {
  markOrder(state, order, mark, now, delivered)
  const share =
    delivered === 0n ? order.charged : shareOf(order.charged, order.wanted - delivered, order.wanted)
  const left = leftOfCharge(order)
  const refund = compareAmounts(share, left) > 0 ? left : share
  if (refund !== '0') refundOrder(state, order, now, refund)
}

/** Ends an order and gives back all of its charge. */
export function endCanceled(
  state: SimulatorState,
  order: Order,
  mark: Pick<Mark, 'state' | 'code'>,
  now: number,
  delivered: bigint = progressOf(order, now).delivered,
): void {
  markOrder(state, order, mark, now, delivered)
  if (leftOfCharge(order) !== '0') refundOrder(state, order, now)
}

function shareOf(charged: string, remains: bigint, wanted: bigint): string {
  if (remains <= 0n) return '0'
  return new Decimal(charged).times(String(remains)).dividedBy(String(wanted)).toFixed()
}

/** How long it takes until a cancel that was asked for takes effect. */
const cancelMs = 60_000

export type CancelAnswer = 'asked' | 'not_cancelable' | 'already_asked' | 'already_final'

/**
 * Asks for an order to be canceled. A minute of the clock later it ends where it is then: canceled with all of its
 * charge if nothing was delivered, partial with the rest of it otherwise; nothing happens if it is completed by then.
 */
export function askCancel(state: SimulatorState, order: Order, now: number): CancelAnswer {
  if (!order.service.flags.cancel) return 'not_cancelable'
  if (order.cancelAt !== undefined) return 'already_asked'
  if (!isOpen(order, now)) return 'already_final'
  order.cancelAt = now + cancelMs
  state.onChange()
  resumeCancel(state, order)
  return 'asked'
}

/** Has the clock bring the cancel that an order waits for, if it does. */
export function resumeCancel(state: SimulatorState, order: Order): void {
  const { cancelAt } = order
  if (cancelAt !== undefined) state.scheduler.add(cancelAt, () => cancel(state, order, cancelAt))
}

function cancel(state: SimulatorState, order: Order, now: number): void {
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
