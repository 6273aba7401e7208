// Over 200 lines, because the ports are read together: what a store, a lock and a pace promise one another is one contract.
import type { Upstream } from '@orderwright/client'
import { orderIdOf, signatureOf } from '../record/record.ts'
import type { OrderRecord, OrderStateName } from '../record/record-schema.ts'
import type { Effect, Topic } from '../state-machine/effects.ts'

/** Every condition that is given must hold. */
export interface OrderFilter {
  readonly ids?: readonly string[]
  readonly accountIds?: readonly string[]
  readonly states?: readonly OrderStateName[]
  /** Numbers of the upstream's. */
  readonly orderIds?: readonly string[]
  /** What `signatureOf` gives. */
  readonly signatures?: readonly string[]
  /** Those whose `dueAt` is not later, in milliseconds since 1970. */
  readonly dueBefore?: number
  /** At most so many, the first ones: by `dueAt` if `dueBefore` is given, else in an order of the store's own, always the same. */
  readonly limit?: number
  /** The id of the last record of the page before, for the page after it. Not together with `dueBefore`. */
  readonly after?: string
}

/** An amount that is added to a counter. */
export interface CounterChange {
  /** The counter's name, such as `account main`: one row. A counter that was never changed is 0. */
  readonly counter: string
  /** A decimal string, negative if something is given back. */
  readonly by: string
  /** A decimal string: the change as a whole must not be stored if the counter would be more. Default: no limit. */
  readonly atMost?: string
}

/** What is stored together, in one atomic step, if anything, and what the call resolves with. */
export interface Change<T> {
  readonly store?: OrderRecord
  /** What is to be done because of it. A store may keep those that are worth telling (`notify`), for whoever delivers them. */
  readonly effects?: readonly Effect[]
  readonly counters?: readonly CounterChange[]
  readonly value: T
}

/** What decides about a new record. */
export interface AcceptView {
  /** The record that has the id already. */
  readonly current: OrderRecord | undefined
  /** The other records with the signature that are `queued`, `submitting` or `unknown`. */
  readonly twins: readonly OrderRecord[]
  /** Decimal strings by the names that were asked for; `0` for a counter that was never changed. */
  readonly counters: ReadonlyMap<string, string>
}

export interface AcceptRequest {
  readonly id: string
  readonly signature: string
  /** The counters that the decision reads. */
  readonly counters: readonly string[]
}

/**
 * Where records are kept, such as a database. Ids are unique in it, whatever the account. `Transaction` is what the store calls
 * a transaction of the caller's; `never` if it has none.
 *
 * All functions that are handed in are pure, and may be run again, such as after a conflict of transactions. A call that stores
 * something resolves once that would survive the loss of power (in a transaction of the caller's: once that is committed);
 * that nothing is sent twice rests on it.
 */
export interface OrderStore<Transaction = never> {
  get(id: string): Promise<OrderRecord | undefined>
  /** Sees every change that was resolved before. */
  list(filter: OrderFilter): Promise<readonly OrderRecord[]>
  /**
   * Reads a record, lets `change` decide, and stores what it gives, as one atomic step: no other change of that id happens in
   * between, also not by another process.
   */
  update<T>(id: string, change: (current: OrderRecord | undefined) => Change<T>): Promise<T>
  /**
   * The same for many ids, each of which is given once, in few statements and, if the store has them, one transaction: either
   * all of it is stored or, if the call rejects, perhaps a part. Resolves with the values in the order of the ids.
   */
  updateMany<T>(
    ids: readonly string[],
    change: (current: OrderRecord | undefined, id: string) => Change<T>,
  ): Promise<readonly T[]>
  /**
   * Decides about a new record, as one atomic step: of two acceptances of one id, or of one signature, the second sees what the
   * first has stored, also if the first is in a transaction that has not been committed yet. A change whose counter would be
   * more than its `atMost` is not stored: `decide` is run again with the counters as they are.
   */
  accept<T>(
    request: AcceptRequest,
    decide: (view: AcceptView) => Change<T>,
    transaction?: Transaction,
  ): Promise<T>
}

/** Something worth telling, stored together with the change that made it: a crash loses both or neither. */
export interface StoredEvent {
  /** Where it stands among the events; later ones come after it. */
  readonly cursor: string
  readonly topic: Topic
  /** The record as the change left it. */
  readonly record: OrderRecord
}

/** The events of a store that keeps the effects of its changes, for whoever delivers them, such as webhooks. */
export interface EventLog {
  /**
   * Lists at most `limit` events after a cursor, oldest first; from the first one on without a cursor. No event turns up later
   * before a cursor that was given out.
   */
  eventsAfter(cursor: string | undefined, limit: number): Promise<readonly StoredEvent[]>
}

/** How far the consumers of events have come, so that each event reaches each of them at least once. */
export interface EventCursors {
  /** Resolves with the cursor of the last event that a consumer has dealt with; `undefined` before the first. */
  cursorOf(consumer: string): Promise<string | undefined>
  /** Resolves once what a consumer has dealt with would survive the loss of power. */
  moveCursor(consumer: string, cursor: string): Promise<void>
}

/**
 * Locks by name, held by one at a time, among all that share the store. They are released when a holder dies, however it dies, and
 * nobody waits for them in a transaction of the store's: a lock must not take the connection that its task needs.
 */
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

/** How fast an account's orders are sent. */
export interface Pace {
  /** What shares the pace, such as the name of a key that several accounts use. Default: the accounts of a pool share one. */
  readonly key?: string | undefined
  /** How many requests are on their way at once: 1 or more. Default: 1. */
  readonly concurrency?: number | undefined
  /** How many orders are sent in a minute. Default: no limit. */
  readonly perMinute?: number | undefined
}

/** A turn that is asked for. Times are in milliseconds since 1970. */
export interface Turn {
  readonly intervalMs: number
  readonly now: number
  readonly latest: number
}

/** When the keys of paces may send next, shared by all that share the store. */
export interface PaceStore {
  /**
   * Books the next turn and resolves with its time, in milliseconds since 1970: not before `now`, not before a pause has ended,
   * and `intervalMs` or more after the turn that was booked before. A turn that is later than `latest` is told and not booked.
   * Atomic: no two get one turn.
   */
  book(key: string, turn: Turn): Promise<number>
  /** Nobody sends before `until`; a pause that lasts longer stays. */
  pause(key: string, until: number): Promise<void>
}

export interface Pacing {
  readonly paceOf: (accountId: string) => Promise<Pace>
  readonly store: PaceStore
  /** How long a send waits for its turn, in milliseconds; one whose turn is later is not sent now. Default: 30 000. */
  readonly mostWaitMs?: number | undefined
  /** Resolves after so many milliseconds, or at once if the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface RecordChange {
  readonly record: OrderRecord
  readonly effects: readonly Effect[]
}

/** A limit that an order's counter must keep. */
export interface CounterLimit {
  /** Shared by all that count together, such as `account main`, `account main 2026-11-28`, `customer 7 2026-11-28`. */
  readonly counter: string
  /** A decimal string; `undefined` if it is only counted. */
  readonly atMost: string | undefined
}

export interface OutboxPorts<Transaction = never> {
  readonly store: OrderStore<Transaction>
  readonly lock: NamedLock
  readonly clock: Clock
  /** Rejects if the account cannot be used, such as while its key is locked: nothing is stored or sent then. */
  readonly senderFor: (accountId: string) => Promise<Sender>
  /**
   * The accounts whose orders show in one listing, and whose balance is one, such as those that name the same upstream and key.
   * Default: each account is by itself.
   */
  readonly poolOf?: ((accountId: string) => Promise<readonly string[]>) | undefined
  /** Default: one order of a pool is sent at a time, as fast as its upstream answers. */
  readonly pacing?: Pacing | undefined
  /** What an order counts for, by its counters, and how much each may come to. Default: nothing is counted. */
  readonly limitsOf?: ((record: OrderRecord) => Promise<readonly CounterLimit[]>) | undefined
  /**
   * Told of every change once it is stored, with what is to be done now; `send` is the outbox's own. It is
   * called apart from the life of the order: what it throws or rejects with goes to `onListenerError` and ends nothing.
   */
  readonly onChange?: ((change: RecordChange) => unknown) | undefined
  /** Default: what a listener throws is passed over. */
  readonly onListenerError?: ((error: unknown) => void) | undefined
  /** Aborted: nothing more is sent, as after `drain`. */
  readonly signal?: AbortSignal | undefined
  /** A random number from 0 to 1, so that many programs do not come back to an upstream at the same moment. Default: always 0. */
  readonly random?: (() => number) | undefined
  /** How long an accepted order waits for a sender, in milliseconds. Default: 86 400 000, a day. */
  readonly acceptedForMs?: number | undefined
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
 * Returns whether `list` gives a record, but for `limit` and `after`: for stores that have no queries of their own.
 *
 * @example
 * ```ts
 * const record = { id: 'form-1', accountId: 'a', state: { name: 'accepted', orderId: '77' }, dueAt: 5 }
 * matchesFilter(record, { accountIds: ['a'], states: ['accepted'], dueBefore: 5 }) // true
 * matchesFilter(record, { orderIds: ['78'] }) // false
 * ```
 */
export function matchesFilter(record: OrderRecord, filter: OrderFilter): boolean {
  const { ids, accountIds, states, orderIds, signatures, dueBefore } = filter
  if (ids?.includes(record.id) === false) return false
  if (accountIds?.includes(record.accountId) === false) return false
  if (states?.includes(record.state.name) === false) return false
  if (orderIds?.includes(orderIdOf(record) ?? '') === false) return false
  if (signatures?.includes(signatureOf(record)) === false) return false
  return dueBefore === undefined || (record.dueAt !== undefined && record.dueAt <= dueBefore)
}

/**
 * Returns the records that fit, in the order and number that `list` gives: for stores that have no queries of their own.
 *
 * @example
 * ```ts
 * const record = id => ({ id, accountId: 'a', state: { name: 'queued' } })
 * const page = listMatching([record('3'), record('1'), record('2')], { states: ['queued'], limit: 1, after: '1' })
 * page.map(({ id }) => id) // ['2']
 * ```
 */
export function listMatching(records: Iterable<OrderRecord>, filter: OrderFilter): readonly OrderRecord[] {
  const { dueBefore, limit, after } = filter
  const found = [...records].filter(record => matchesFilter(record, filter))
  if (dueBefore === undefined && limit === undefined && after === undefined) return found
  const sorted =
    dueBefore === undefined
      ? found
          .filter(({ id }) => after === undefined || id > after)
          .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      : found.toSorted((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0))
  return sorted.slice(0, limit)
}
