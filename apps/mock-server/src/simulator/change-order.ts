import { addAmounts, amount, compareAmounts, Decimal, subtractAmounts } from '@orderwright/core'
import { progressOf } from '../upstream/progress.ts'
import type { Mark, Order } from './order.ts'
import type { UpstreamState } from './state.ts'

/** Sets a state that stays. A delivery that it cuts off stays where it is at this moment. */
export function markOrder(
  state: UpstreamState,
  order: Order,
  mark: Pick<Mark, 'state' | 'code'>,
  now: number,
  delivered: bigint = progressOf(order, now).delivered,
): void {
  order.mark = { ...mark, deliveredThen: delivered }
  state.changes.order(order)
}

/** What is left of an order's charge after what was given back. */
export function leftOfCharge(order: Order): string {
  return subtractAmounts(order.charged, order.refund?.amount ?? '0')
}

/**
 * Gives money back to the order's account; without an amount, all that is left of the charge.
 * @throws RangeError for an amount of 0, no amount, or one above what is left of the charge
 */
export function refundOrder(state: UpstreamState, order: Order, now: number, given?: string): void {
  const left = leftOfCharge(order)
  const refund = given === undefined ? left : amount(given, 'The refund')
  if (refund === '0' || compareAmounts(refund, left) > 0) {
    throw new RangeError(
      `Order ${order.id} can be refunded by more than 0 and at most ${left}, not by ${refund}`,
    )
  }
  state.accounts.credit(order.account, refund)
  order.refund = { amount: addAmounts(order.refund?.amount ?? '0', refund), at: now }
  state.changes.order(order)
}

/** Ends an order where it is, and gives back what was not delivered: charge × remains ÷ quantity. */
export function endPartially(
  state: UpstreamState,
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
  state: UpstreamState,
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
