import type { Upstream } from '@orderwright/client'
import { orderIdOf } from '../record/record.ts'
import type { OrderRecord, OrderStateName } from '../record/record-schema.ts'
import type { Effect } from '../state-machine/effects.ts'

/** Every condition that is given must hold. */
export interface OrderFilter {
  readonly accountId?: string
  readonly states?: readonly OrderStateName[]
  /** Numbers of the upstream's. */
  readonly orderIds?: readonly string[]
}

/** What `update` stores, if anything, and what it resolves with. */
export interface Change<T> {
  readonly store?: OrderRecord
  readonly value: T
}

/** Where records are kept, such as a database. Ids are unique in it, whatever the account. */
export interface OrderStore {
  get(id: string): Promise<OrderRecord | undefined>
  /** Sees every update that was resolved before. */
  list(filter: OrderFilter): Promise<readonly OrderRecord[]>
  /**
   * Reads a record, lets `change` decide, and stores what it gives, as one atomic step: no other update of that
   * id happens in between, also not by another process. `change` is pure, and may be run again. Resolves once
   * what was stored would survive the loss of power; that nothing is sent twice rests on it.
   */
  update<T>(id: string, change: (current: OrderRecord | undefined) => Change<T>): Promise<T>
}

/** Locks by name, held by one at a time, among all that share the store; a holder that dies lets go. */
export interface NamedLock {
  /** Waits for its turn, and holds the lock until the task has ended. */
  run<T>(name: string, task: () => Promise<T>): Promise<T>
  /** Runs the task if nobody holds the lock, and resolves with `undefined` at once if somebody does. */
  tryRun<T>(name: string, task: () => Promise<T>): Promise<T | undefined>
}

/** Milliseconds since 1970. */
export interface Clock {
  now(): number
}

/** What the outbox needs of an account's upstream. */
export type Sender = Pick<Upstream, 'capabilities' | 'add' | 'statuses' | 'orders' | 'balance'>

export interface RecordChange {
  readonly record: OrderRecord
  readonly effects: readonly Effect[]
}

export interface OutboxPorts {
  readonly store: OrderStore
  readonly lock: NamedLock
  readonly clock: Clock
  /** Rejects if the account cannot be used, such as while its key is locked: nothing is stored or sent then. */
  readonly senderFor: (accountId: string) => Promise<Sender>
  /**
   * The accounts that name the same upstream and key, so that one list of orders and one balance is theirs. Default:
   * each account is by itself.
   */
  readonly aliasesOf?: ((accountId: string) => Promise<readonly string[]>) | undefined
  /**
   * Told of every change once it is stored, with what is to be done now; `send` is the outbox's own. It is
   * called apart from the life of the order: what it throws cannot stop it, and ends as an unhandled rejection.
   */
  readonly onChange?: ((change: RecordChange) => void) | undefined
  /** How long a slow upstream may take to store an order whose request has ended. Default: 300 000. */
  readonly settleMs?: number | undefined
  /** How far apart the times of one order may be on two machines' clocks. Default: 600 000. */
  readonly toleranceMs?: number | undefined
  /** How many of an upstream's orders are read in search of one. Default: 5000. */
  readonly listingMaxOrders?: number | undefined
  /**
   * How long that may take, in milliseconds, judged whenever an order comes; how long a single answer may take is the
   * sender's to bound. Default: 60 000.
   */
  readonly listingMaxMs?: number | undefined
}

/**
 * Returns whether `list` gives a record: for stores that have no queries of their own.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * matchesFilter(draft, { accountId: 'a', states: ['draft'] }) // true
 * matchesFilter(draft, { orderIds: ['77'] }) // false
 * ```
 */
export function matchesFilter(record: OrderRecord, { accountId, states, orderIds }: OrderFilter): boolean {
  if (accountId !== undefined && record.accountId !== accountId) return false
  if (states !== undefined && !states.includes(record.state.name)) return false
  return orderIds === undefined || orderIds.includes(orderIdOf(record) ?? '')
}
