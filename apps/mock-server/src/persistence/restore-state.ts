import type { FaultPlans } from '../faults/fault-plans.ts'
import type { Account } from '../simulator/accounts.ts'
import { readLife } from '../simulator/behaviour.ts'
import { resumeCancel } from '../simulator/change-order.ts'
import type { Order } from '../simulator/order.ts'
import { beginLife } from '../simulator/play-behaviour.ts'
import type { UpstreamState } from '../simulator/state.ts'
import { scheduleSubscription } from '../simulator/subscriptions.ts'
import { isKeyOf, rememberKeyHash } from './key-hash.ts'
import type { KeptState } from './read-state-file.ts'
import type { AccountRecord, OrderRecord } from './state-record.ts'

/** What is put back. */
export interface RestoredParts {
  readonly state: UpstreamState
  readonly faults: Pick<FaultPlans, 'restore'>
}

/** Puts into a server that has just begun what an earlier one left: balances, orders, refills, and what is still to come. */
export function restoreState({ state, faults }: RestoredParts, kept: KeptState): void {
  for (const upstream of ['qqtube', 'panel'] as const) {
    const text = kept.catalogues[upstream]
    if (text !== undefined) state.catalogues[upstream].replace(text)
  }
  if (kept.faults !== undefined) faults.restore(kept.faults)
  state.lives.restore(kept.lives)
  for (const record of kept.accounts) restoreAccount(state, record)
  const accounts = new Map(state.accounts.list().map(account => [account.name, account]))
  const ordersOf = new Map<Order, readonly string[]>()
  for (const record of kept.orders) {
    const order = state.orders.restore(orderOf(record, kept, accounts))
    if (record.subscription !== undefined) ordersOf.set(order, record.subscription.orders)
  }
  for (const [order, ids] of ordersOf) {
    for (const delivered of ids.flatMap(id => state.orders.get(id) ?? []))
      order.subscription?.orders.push(delivered)
  }
  for (const { order: orderId, code, ...refill } of kept.refills) {
    const order = state.orders.get(orderId)
    if (order !== undefined) state.refills.restore({ ...refill, order, code })
  }
  for (const order of state.orders.list()) resume(state, order)
}

/** An account that the server was not given again is found by its key, once a client sends it. */
function restoreAccount({ accounts }: UpstreamState, { keyHash, ...record }: AccountRecord): void {
  const existing = accounts.list().find(account => account.name === record.name)
  if (existing !== undefined) {
    accounts.setFunds(existing, record.funds)
    return
  }
  const account = accounts.restore(record, key => keyHash !== undefined && isKeyOf(keyHash, key))
  if (keyHash !== undefined) rememberKeyHash(account, keyHash)
}

function orderOf(record: OrderRecord, kept: KeptState, accounts: ReadonlyMap<string, Account>): Order {
  const account = accounts.get(record.account)
  const service = kept.services.get(record.service)
  if (account === undefined || service === undefined) {
    throw new RangeError(
      `The state file lacks the account or the service of order ${record.id}: delete it to begin anew`,
    )
  }
  const { id, target, charged, takenAt, delivery, subscription, polls, cancelAt, mark, refund } = record
  return {
    id,
    account,
    service,
    target,
    charged,
    takenAt,
    polls,
    cancelAt,
    refund,
    wanted: BigInt(record.wanted),
    startCount: BigInt(record.startCount),
    delivery: { ...delivery, runs: BigInt(delivery.runs) },
    subscription: subscription && {
      ...subscription,
      minimum: BigInt(subscription.minimum),
      maximum: BigInt(subscription.maximum),
      endsAt: subscription.endsAt ?? Number.POSITIVE_INFINITY,
      orders: [],
    },
    life: readLife(record.life),
    mark: mark && { ...mark, code: mark.code, deliveredThen: BigInt(mark.deliveredThen) },
  }
}

/** What the clock was to bring stands in no file: it follows from the order. */
function resume(state: UpstreamState, order: Order): void {
  if (order.mark !== undefined) return
  // An end that came due in the meantime comes at its time, in the order of time.
  beginLife(state, order, order.takenAt)
  resumeCancel(state, order)
  if (order.subscription !== undefined) scheduleSubscription(state, order, order.subscription)
}
