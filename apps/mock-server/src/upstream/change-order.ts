import { addAmounts, amount, compareAmounts, subtractAmounts } from './amount.ts'
import type { Mark, Order } from './order.ts'
import { progressOf } from './progress.ts'
import type { UpstreamState } from './upstream-state.ts'

/** Sets a state that stays. A delivery that it cuts off stays where it is at this moment. */
export function markOrder(state: UpstreamState, order: Order, mark: Pick<Mark, 'state' | 'code'>): void {
  order.mark = { ...mark, deliveredThen: progressOf(order, state.clock.now()).delivered }
}

/**
 * Gives money back to the order's account; without an amount, all that is left of the charge. The order stops.
 * @throws RangeError for an amount of 0, no amount, or one above what is left of the charge
 */
export function refundOrder(state: UpstreamState, order: Order, given?: string): void {
  const earlier = order.refund?.amount ?? '0'
  const left = subtractAmounts(order.charged, earlier)
  const refund = given === undefined ? left : amount(given, 'The refund')
  if (refund === '0' || compareAmounts(refund, left) > 0) {
    throw new RangeError(
      `Order ${order.id} can be refunded by more than 0 and at most ${left}, not by ${refund}`,
    )
  }
  state.accounts.credit(order.account, refund)
  order.refund = { amount: addAmounts(earlier, refund), at: state.clock.now() }
  markOrder(state, order, { state: 'refunded', code: undefined })
}
