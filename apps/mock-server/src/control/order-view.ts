import type { UpstreamKind } from '../upstream/accounts.ts'
import type { Order, OrderState } from '../upstream/order.ts'
import { progressOf } from '../upstream/progress.ts'

/** An order as it stands at one moment: plain data, amounts and counts as exact decimal texts. */
export interface OrderView {
  readonly id: string
  readonly upstream: UpstreamKind
  /** The account's name. */
  readonly account: string
  readonly serviceId: string
  /** The link, as it was sent. */
  readonly target: string
  readonly quantity: string
  readonly startCount: string
  readonly delivered: string
  readonly state: OrderState
  /** Exactly what was taken off the balance. */
  readonly charged: string
  /** Exactly what was given back; `0` where nothing was. */
  readonly refunded: string
  /** On the server's clock, ISO 8601. */
  readonly takenAt: string
  /** How long the delivery takes on that clock: advance it by so much, and the order is completed. */
  readonly durationMs: number
}

export function orderView(order: Order, now: number): OrderView {
  const { state, delivered } = progressOf(order, now)
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
    charged: order.charged,
    refunded: order.refund?.amount ?? '0',
    takenAt: new Date(order.takenAt).toISOString(),
    durationMs: order.durationMs,
  }
}
