import { addAmounts } from '../upstream/amount.ts'
import { leftOfCharge } from '../upstream/change-order.ts'
import type { Mark, Order, OrderState } from '../upstream/order.ts'
import { progressOf } from '../upstream/progress.ts'

const words = {
  pending: 'Pending',
  in_progress: 'In progress',
  completed: 'Completed',
  partial: 'Partial',
  canceled: 'Canceled',
  refunded: 'Refunded',
  stopped: 'Paused',
  failed: 'Error',
} as const satisfies Record<OrderState, string>

const states: ReadonlyMap<string, OrderState> = new Map([
  ['pending', 'pending'],
  ['in progress', 'in_progress'],
  ['processing', 'in_progress'],
  ['completed', 'completed'],
  ['partial', 'partial'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['refunded', 'refunded'],
  ['paused', 'stopped'],
])

/** What a status as a panel words it means; whatever is not known stops the order and is shown as it is. */
export function markForWord(word: string): Pick<Mark, 'state' | 'code'> {
  return { state: states.get(word.trim().toLowerCase()) ?? 'failed', code: word }
}

/** One order as `status` answers it, every value a text. `start_count` is null until the delivery begins. */
export function orderStatus(
  order: Order,
  now: number,
): {
  readonly charge: string
  readonly start_count: string | null
  readonly status: string
  readonly remains: string | null
  readonly currency: string
} {
  const { state, code, delivered } = progressOf(order, now)
  const { subscription } = order
  const hasBegun = subscription === undefined && (state !== 'pending' || delivered > 0n)
  return {
    charge: chargeOf(order),
    start_count: hasBegun ? String(order.startCount) : null,
    status: code ?? words[state],
    remains: subscription === undefined ? String(order.wanted - delivered) : null,
    currency: order.account.currency,
  }
}

/** The charge falls by what was given back; a subscription's grows with each of its orders. */
function chargeOf(order: Order): string {
  const ofOrders = (order.subscription?.orders ?? []).map(leftOfCharge)
  return ofOrders.reduce((sum, charge) => addAmounts(sum, charge), leftOfCharge(order))
}
