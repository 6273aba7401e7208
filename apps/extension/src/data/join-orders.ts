import { orderIdOf } from '@orderwright/outbox'
import { lifeWords } from '../journal/life-words.ts'
import type { OrderEntry } from '../journal/order-entry.ts'
import { asImported, isInDoubt, mergeOrder } from './merge-order.ts'

export interface JoinedOrders {
  /** What is to be stored. */
  readonly changed: readonly OrderEntry[]
  readonly added: readonly StateCount[]
  readonly updated: readonly StateChange[]
  /** How many stay as they are. */
  readonly kept: number
  /** How many of those are in doubt here. */
  readonly doubtful: number
  /** The numbers that the file has for orders in doubt here. */
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
  // Of two under one id the later one, as the journal itself would have it.
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
  return lifeWords(record, '').badge
}

/** Each once, with how often it is there. */
function counted<T extends { readonly state: string }>(all: readonly T[]): (T & StateCount)[] {
  const counts = new Map<string, T & StateCount>()
  for (const one of all) {
    const name = JSON.stringify(one)
    counts.set(name, { ...one, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
