import type { OrderEntry } from '../journal/order-entry.ts'
import { asImported, mergeOrder } from './merge-order.ts'

export interface JoinedOrders {
  /** What is to be stored. */
  readonly changed: readonly OrderEntry[]
  readonly added: number
  readonly updated: number
  readonly kept: number
}

/** Orders of a file among those that are here, by id; `now` in milliseconds since 1970. */
export function joinOrders(
  here: readonly OrderEntry[],
  there: readonly OrderEntry[],
  now: number,
): JoinedOrders {
  const own = new Map(here.map(entry => [entry.record.id, entry]))
  const added = there.filter(({ record }) => !own.has(record.id)).map(entry => asImported(entry, now))
  const merged = there.flatMap(entry => {
    const known = own.get(entry.record.id)
    return known === undefined ? [] : [{ known, next: mergeOrder(known, entry) }]
  })
  const updated = merged.filter(({ known, next }) => next !== known).map(({ next }) => next)
  return {
    changed: [...added, ...updated],
    added: added.length,
    updated: updated.length,
    kept: merged.length - updated.length,
  }
}
