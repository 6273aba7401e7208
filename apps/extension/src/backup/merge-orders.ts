import { type OrderRecord, type OrderState, type OrderStateName, orderIdOf } from '@orderwright/outbox'
import type { OrderEntry } from '../orders/history/order-entry.ts'
import { statusText } from '../orders/status-text.ts'

/**
 * How much each state knows of an order that exists; below 0, nobody knows yet whether it does. A file adds that an
 * order exists, and never that one does not: of two that were not placed the one that is here stays.
 */
const knowledge = {
  draft: -1,
  queued: -1,
  submitting: -1,
  unknown: -1,
  not_placed: 0,
  not_sent: 0,
  rejected: 0,
  accepted: 1,
  open: 2,
  closed: 3,
} as const satisfies Record<OrderStateName, number>

/**
 * Returns the order that is here with what a file adds under the same id; the entry that is here itself if the file
 * adds nothing. An order that is unknown here stays so: the upstream or the person says what became of it.
 */
export function mergeOrder(here: OrderEntry, there: OrderEntry): OrderEntry {
  if (isInDoubt(here)) return here
  const record = mergeRecord(here.record, there.record)
  const isSame = orderIdOf(record) === orderIdOf(there.record)
  const actions = isSame ? { ...there.actions, ...here.actions } : (here.actions ?? {})
  const isNew = record !== here.record || Object.keys(actions).length > Object.keys(here.actions ?? {}).length
  if (!isNew) return here
  return {
    record,
    ...(Object.keys(actions).length === 0 ? {} : { actions }),
  }
}

/** Returns whether nobody knows yet, here, what became of the order. */
function isInDoubt({ record }: OrderEntry): boolean {
  return knowledge[record.state.name] < 0
}

/**
 * Returns a record of a file as it is imported at `now`, in milliseconds since 1970. If the order was on its way when
 * the file was written, the file does not know what became of it, so it is unknown.
 */
export function asImported(entry: OrderEntry, now: number): OrderEntry {
  const { record } = entry
  const { name } = record.state
  if (name !== 'draft' && name !== 'queued' && name !== 'submitting') return entry
  const state: OrderState = {
    name: 'unknown',
    reason: { code: 'interrupted' },
    since: now,
    lookAgainAt: now,
    lastLookedUpAt: undefined,
    candidates: [],
    balanceAfter: undefined,
  }
  return { ...entry, record: { ...record, state, sentAt: record.sentAt ?? record.createdAt } }
}

function mergeRecord(here: OrderRecord, there: OrderRecord): OrderRecord {
  const merged = knowsMore(here, there) ? withState(here, there) : here
  // Of one and the same order alone: another number was charged for something else.
  const { wholeCharge } = there
  const number = orderIdOf(there)
  const isAdded = merged.wholeCharge === undefined && number !== undefined && orderIdOf(merged) === number
  return isAdded && wholeCharge !== undefined ? { ...merged, wholeCharge } : merged
}

function withState(here: OrderRecord, { state, history, ...there }: OrderRecord): OrderRecord {
  const sentAt = here.sentAt ?? there.sentAt
  const placedAt = here.placedAt ?? there.placedAt
  return { ...here, state, history, sentAt, placedAt }
}

function knowsMore(here: OrderRecord, there: OrderRecord): boolean {
  const number = orderIdOf(here)
  const isAnother = number !== undefined && number !== orderIdOf(there)
  return knowledge[there.state.name] > knowledge[here.state.name] && !isAnother
}

export interface JoinedOrders {
  /** What is to be stored. */
  readonly changed: readonly OrderEntry[]
  readonly added: readonly StateCount[]
  readonly updated: readonly StateChange[]
  /** How many stay as they are. */
  readonly kept: number
  /** How many of those are unknown here. */
  readonly doubtful: number
  /** The numbers that the file has for orders that are unknown here. */
  readonly claimed: readonly string[]
}

/** How many orders are in a state, as a badge names it. */
export interface StateCount {
  readonly state: string
  readonly count: number
}

/** How many orders go from one state to another, or to the same with more known of it. */
interface StateChange extends StateCount {
  readonly before: string
}

/** Joins the orders of a file with those that are here, by id; `now` in milliseconds since 1970. */
export function joinOrders(
  here: readonly OrderEntry[],
  there: readonly OrderEntry[],
  now: number,
): JoinedOrders {
  const own = new Map(here.map(entry => [entry.record.id, entry]))
  // Of two under one id the later one, as the history itself would have it.
  const others = [...new Map(there.map(entry => [entry.record.id, entry])).values()]
  const added = others.filter(({ record }) => !own.has(record.id)).map(entry => asImported(entry, now))
  const merged = others.flatMap(entry => {
    const known = own.get(entry.record.id)
    return known === undefined ? [] : [{ known, entry, next: mergeOrder(known, entry) }]
  })
  const updated = merged.filter(({ known, next }) => next !== known)
  const doubtful = merged.filter(({ known }) => isInDoubt(known))
  return {
    changed: [...added, ...updated.map(({ next }) => next)],
    added: counted(added.map(entry => ({ state: stateOf(entry) }))),
    updated: counted(updated.map(({ known, next }) => ({ before: stateOf(known), state: stateOf(next) }))),
    kept: merged.length - updated.length,
    doubtful: doubtful.length,
    claimed: doubtful.flatMap(({ entry }) => orderIdOf(entry.record) ?? []),
  }
}

function stateOf({ record }: OrderEntry): string {
  return statusText(record, '').badge
}

/** Returns each value once, with how often it occurs. */
function counted<T extends { readonly state: string }>(all: readonly T[]): (T & StateCount)[] {
  const counts = new Map<string, T & StateCount>()
  for (const one of all) {
    const name = JSON.stringify(one)
    counts.set(name, { ...one, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
