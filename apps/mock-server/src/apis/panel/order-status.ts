import { leftOfCharge } from '../../simulator/change-order.ts'
import { progressOf } from '../../simulator/delivery.ts'
import type { Mark, Order, OrderState, Subscription } from '../../simulator/order.ts'
import { endOfSubscription } from '../../simulator/subscriptions.ts'

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
  // Of subscriptions.
  ['active', 'in_progress'],
  ['expired', 'completed'],
])

/** What a status as a panel words it means; whatever is not known stops the order and is shown as it is. */
export function markForWord(word: string): Pick<Mark, 'state' | 'code'> {
  return { state: states.get(word.trim().toLowerCase()) ?? 'failed', code: word }
}

type OrderStatus = {
  readonly charge: string
  /** Null until the delivery begins. */
  readonly start_count: string | null
  readonly status: string
  readonly remains: string
  readonly currency: string
}

type SubscriptionStatus = {
  readonly status: string
  /** Its last day as d/m/Y. */
  readonly expiry: string | null
  /** For how many it has ordered so far. */
  readonly posts: string
  readonly orders: readonly string[]
}

/** One order as `status` answers it, every value a text; a subscription has a form of its own (seen). */
export function orderStatus(order: Order, now: number): OrderStatus | SubscriptionStatus {
  const { state, code, delivered } = progressOf(order, now)
  if (order.subscription !== undefined) return subscriptionStatus(order, order.subscription, state, code)
  const hasBegun = state !== 'pending' || delivered > 0n
  return {
    charge: leftOfCharge(order),
    start_count: hasBegun ? String(order.startCount) : null,
    status: code ?? words[state],
    remains: String(order.wanted - delivered),
    currency: order.account.currency,
  }
}

function subscriptionStatus(
  { takenAt }: Order,
  subscription: Subscription,
  state: OrderState,
  code: string | undefined,
): SubscriptionStatus {
  const { endsAt, orders } = subscription
  const isExpired = state === 'completed' && endOfSubscription(subscription, takenAt) === endsAt
  const word = state === 'in_progress' ? 'Active' : words[state]
  return {
    status: code ?? (isExpired ? 'Expired' : word),
    expiry: Number.isFinite(endsAt) ? dayMonthYear(endsAt) : null,
    posts: String(orders.length),
    orders: orders.map(({ id }) => id),
  }
}

function dayMonthYear(time: number): string {
  const [year, month, day] = new Date(time).toISOString().slice(0, 10).split('-')
  return [day, month, year].join('/')
}
