import type { Redact } from '../request-log/redact.ts'
import type { Account } from '../simulator/accounts.ts'
import { printLife } from '../simulator/behaviour.ts'
import type { Order } from '../simulator/order.ts'
import type { Refill } from '../simulator/refills.ts'
import type { Subscription } from '../simulator/subscriptions.ts'
import type { AccountRecord, OrderRecord, RefillRecord } from './state-record.ts'

/** Without its key: a state file is no place for one. */
export function accountRecord({ upstream, name, funds, currency }: Account): AccountRecord {
  return { upstream, name, funds, currency }
}

/**
 * @param service the number of the order's service in the file
 * @param redact removes keys from what a client sent
 */
export function orderRecord(order: Order, service: number, redact: Redact): OrderRecord {
  const { id, target, charged, takenAt, delivery, subscription, polls, cancelAt, mark, refund } = order
  return {
    id,
    account: order.account.name,
    service,
    target: redact(target),
    wanted: String(order.wanted),
    startCount: String(order.startCount),
    charged,
    takenAt,
    delivery: { ...delivery, runs: String(delivery.runs) },
    subscription: subscription && subscriptionRecord(subscription, redact),
    life: printLife(order.life),
    polls,
    cancelAt,
    mark: mark && { ...mark, deliveredThen: String(mark.deliveredThen) },
    refund: refund && { ...refund },
  }
}

export function refillRecord({ id, order, askedAt, pendingMs, durationMs, code }: Refill): RefillRecord {
  return { id, order: order.id, askedAt, pendingMs, durationMs, code }
}

function subscriptionRecord(subscription: Subscription, redact: Redact): OrderRecord['subscription'] {
  const { username, minimum, maximum, endsAt, orders } = subscription
  return {
    ...subscription,
    username: redact(username),
    minimum: String(minimum),
    maximum: String(maximum),
    endsAt: Number.isFinite(endsAt) ? endsAt : undefined,
    orders: orders.map(({ id }) => id),
  }
}
