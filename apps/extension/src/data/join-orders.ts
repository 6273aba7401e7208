import type { OrderEntry } from '../outbox/order-entry.ts'
import { asImported, mergeOrder } from './merge-order.ts'

export interface JoinedOrders {
  /** What is to be stored. */
  readonly changed: readonly OrderEntry[]
  readonly added: number
  readonly updated: number
  readonly kept: number
}

/** Orders of a file among those that are here, by token. */
export function joinOrders(here: readonly OrderEntry[], there: readonly OrderEntry[]): JoinedOrders {
  const own = new Map(here.map(entry => [entry.token, entry]))
  const added = there.filter(({ token }) => !own.has(token)).map(asImported)
  const merged = there.flatMap(entry => {
    const known = own.get(entry.token)
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
