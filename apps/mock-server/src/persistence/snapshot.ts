import type { Service } from '@orderwright/core'
import type { OwnAnswers } from '../answers/own-answers.ts'
import type { DialectSwitch } from '../apis/panel/dialects.ts'
import type { ClockOptions } from '../clock/clock.ts'
import type { FaultPlans } from '../faults/fault-plans.ts'
import { type Redact, redactorOf } from '../request-log/redact.ts'
import type { Account } from '../simulator/accounts.ts'
import { printBehaviour, readBehaviour } from '../simulator/behaviour.ts'
import { resumeCancel } from '../simulator/change-order.ts'
import type { Order, Subscription } from '../simulator/order.ts'
import { beginBehaviour } from '../simulator/play-behaviour.ts'
import type { Refill } from '../simulator/refills.ts'
import type { SimulatorState } from '../simulator/state.ts'
import { scheduleSubscription } from '../simulator/subscriptions.ts'
import { isKeyOf, keyHashOf, rememberKeyHash } from './key-hash.ts'
import {
  type AccountRecord,
  type OrderRecord,
  type RefillRecord,
  type Snapshot,
  snapshotFormat,
} from './snapshot-schema.ts'

/** What is kept of a server. */
export interface KeptParts {
  readonly state: SimulatorState
  readonly faults: Pick<FaultPlans, 'kept' | 'restore'>
  readonly answers: Pick<OwnAnswers, 'kept' | 'restore'>
  readonly dialect: DialectSwitch
}

/** Takes all that a later server goes on from, at this moment and without a key. */
export function takeSnapshot({ state, faults, answers, dialect }: KeptParts): Snapshot {
  const { clock, catalogues } = state
  const services = new Map<Service, number>()
  const numberOf = (service: Service): number => {
    const known = services.get(service)
    if (known !== undefined) return known
    const number = services.size
    services.set(service, number)
    return number
  }
  const redact = redactorOf(state.accounts.keys())
  const orders = state.orders.list().map(order => orderRecord(order, numberOf(order.service), redact))
  return {
    format: snapshotFormat,
    clock: { at: clock.now(), wallAt: Date.now(), rate: clock.rate() },
    accounts: state.accounts.list().map(accountRecord),
    services: [...services.keys()],
    orders,
    refills: state.refills.list().map(refillRecord),
    catalogues: { qqtube: catalogues.qqtube.replaced(), panel: catalogues.panel.replaced() },
    faults: faults.kept(),
    answers: answers.kept(),
    dialect: dialect.current(),
    behaviours: state.behaviours.kept(),
  }
}

function accountRecord(account: Account): AccountRecord {
  const { upstream, name, funds, currency } = account
  return { upstream, name, funds, currency, keyHash: keyHashOf(account) }
}

function orderRecord(order: Order, service: number, redact: Redact): OrderRecord {
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
    behaviour: printBehaviour(order.behaviour),
    polls,
    cancelAt,
    mark: mark && { ...mark, deliveredThen: String(mark.deliveredThen) },
    refund,
  }
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

function refillRecord({ id, order, askedAt, pendingMs, durationMs, code }: Refill): RefillRecord {
  return { id, order: order.id, askedAt, pendingMs, durationMs, code }
}

/** Returns where a clock goes on: a held one where it stood, one that ran as if it had run on. */
export function continuedClock({ at, wallAt, rate }: Snapshot['clock'], wallNow: number): ClockOptions {
  const startsAt = new Date(at + Math.max(0, wallNow - wallAt) * rate)
  return rate === 0 ? { startsAt, isHeld: true } : { startsAt, rate }
}

/** Puts into a server that has just begun what an earlier one left: balances, orders, refills, and what is still to come. */
export function restoreSnapshot({ state, faults, answers, dialect }: KeptParts, snapshot: Snapshot): void {
  for (const upstream of ['qqtube', 'panel'] as const) {
    const text = snapshot.catalogues[upstream]
    if (text !== undefined) state.catalogues[upstream].replace(text)
  }
  faults.restore(snapshot.faults)
  answers.restore(snapshot.answers)
  dialect.use(snapshot.dialect)
  state.behaviours.restore(snapshot.behaviours)
  for (const record of snapshot.accounts) restoreAccount(state, record)
  const accounts = new Map(state.accounts.list().map(account => [account.name, account]))
  const ordersOf = new Map<Order, readonly string[]>()
  for (const record of snapshot.orders) {
    const order = state.orders.restore(orderOf(record, snapshot, accounts))
    if (record.subscription !== undefined) ordersOf.set(order, record.subscription.orders)
  }
  for (const [order, ids] of ordersOf) {
    for (const delivered of ids.flatMap(id => state.orders.get(id) ?? []))
      order.subscription?.orders.push(delivered)
  }
  for (const { order: orderId, code, ...refill } of snapshot.refills) {
    const order = state.orders.get(orderId)
    if (order !== undefined) state.refills.restore({ ...refill, order, code })
  }
  for (const order of state.orders.list()) resume(state, order)
}

/** An account that the server was not given again is found by its key, once a client sends it. */
function restoreAccount({ accounts }: SimulatorState, { keyHash, ...record }: AccountRecord): void {
  const existing = accounts.list().find(account => account.name === record.name)
  if (existing !== undefined) {
    accounts.setFunds(existing, record.funds)
    return
  }
  const account = accounts.restore(record, key => isKeyOf(keyHash, key))
  rememberKeyHash(account, keyHash)
}

function orderOf(
  { account: accountName, service: serviceNumber, ...record }: OrderRecord,
  { services }: Snapshot,
  accounts: ReadonlyMap<string, Account>,
): Order {
  const account = accounts.get(accountName)
  const service = services[serviceNumber]
  if (account === undefined || service === undefined) {
    throw new RangeError(
      `The state file lacks the account or the service of order ${record.id}: delete it to begin anew`,
    )
  }
  const { delivery, subscription, mark } = record
  return {
    ...record,
    account,
    service,
    cancelAt: record.cancelAt,
    refund: record.refund,
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
    behaviour: readBehaviour(record.behaviour),
    mark: mark && { ...mark, code: mark.code, deliveredThen: BigInt(mark.deliveredThen) },
  }
}

/** What the clock was to bring stands in no file: it follows from the order. */
function resume(state: SimulatorState, order: Order): void {
  if (order.mark !== undefined) return
  // An end that came due in the meantime comes at its time, in the order of time.
  beginBehaviour(state, order, order.takenAt)
  resumeCancel(state, order)
  if (order.subscription !== undefined) scheduleSubscription(state, order, order.subscription)
}
