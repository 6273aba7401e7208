import type { UpstreamKind } from '@orderwright/core'
import { printBehaviour } from '../../simulator/behaviour.ts'
import { durationOf, progressOf } from '../../simulator/delivery.ts'
import type { Order, OrderState } from '../../simulator/order.ts'
import { endOfSubscription } from '../../simulator/subscriptions.ts'

/** An order as it stands at one moment: plain data, amounts and counts as exact decimal texts. */
export interface OrderView {
  readonly id: string
  readonly upstream: UpstreamKind
  /** The account's name. */
  readonly account: string
  readonly serviceId: string
  /** The link, as it was sent. */
  readonly target: string
  /** In all runs together; `0` for a subscription. */
  readonly quantity: string
  readonly startCount: string
  readonly delivered: string
  readonly state: OrderState
  /** How it goes, such as `timed` or `partial at 40 %`. */
  readonly behaviour: string
  /** Exactly what was taken off the balance for this order. */
  readonly charged: string
  /** Exactly what was given back; `0` if nothing was. */
  readonly refunded: string
  /** On the server's clock, ISO 8601. */
  readonly takenAt: string
  /** Milliseconds of that clock from when the order was taken until it is completed, if nothing comes between. */
  readonly durationMs: number
  /** How many runs it has, and how many of them are delivered whole; 1 if it has no drip-feed. */
  readonly runs: { readonly total: string; readonly finished: string }
  /** The orders that it has placed, if it is a subscription. */
  readonly subscriptionOrders: readonly string[]
}

export function orderView(order: Order, now: number): OrderView {
  const { state, delivered } = progressOf(order, now)
  const { delivery, subscription, takenAt } = order
  return {
    id: order.id,
    upstream: order.account.upstream,
    account: order.account.name,
    serviceId: order.service.id,
    target: order.target,
    quantity: String(order.wanted),
    startCount: String(order.startCount),
    delivered: String(delivered),
    state,
    behaviour: printBehaviour(order.behaviour),
    charged: order.charged,
    refunded: order.refund?.amount ?? '0',
    takenAt: new Date(takenAt).toISOString(),
    durationMs: durationMsOf(order),
    runs: { total: String(delivery.runs), finished: String(finishedRunsOf(order, delivered)) },
    subscriptionOrders: (subscription?.orders ?? []).map(({ id }) => id),
  }
}

/** Each run delivers an equal part. */
function finishedRunsOf({ wanted, delivery: { runs } }: Order, delivered: bigint): bigint {
  return delivered >= wanted ? runs : delivered / (wanted / runs)
}

function durationMsOf({ subscription, takenAt, behaviour, delivery }: Order): number {
  if (subscription !== undefined) return Math.max(0, endOfSubscription(subscription, takenAt) - takenAt)
  return behaviour.progressMode.kind === 'immediate' ? 0 : durationOf(delivery)
}
