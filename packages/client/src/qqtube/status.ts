import type { UpstreamStatus } from '../upstream/order-status.ts'

/**
 * The document's list of id_status. Its `type` calls every id but 1, 2 and 8 an error, 3 included, which it
 * names "In Progress": the id is judged, not the type.
 */
const states: ReadonlyMap<number, UpstreamStatus> = new Map([
  [1, 'completed'],
  [2, 'in_progress'],
  [3, 'in_progress'],
  [4, 'error'],
  [5, 'error'],
  [6, 'error'],
  [7, 'error'],
  [8, 'refunded'],
  [9, 'error'],
  [10, 'error'],
  [11, 'error'],
  [12, 'error'],
  [13, 'error'],
  [14, 'error'],
  [15, 'error'],
  [16, 'error'],
  [17, 'error'],
  [18, 'error'],
  [19, 'stopped'],
  [20, 'error'],
  [21, 'error'],
  [22, 'error'],
  [23, 'error'],
  [24, 'error'],
  [25, 'error'],
])

const names: ReadonlyMap<number, string> = new Map([
  [1, 'Completed'],
  [2, 'In Progress'],
  [3, 'In Progress'],
  [4, 'Unknown error'],
  [8, 'Refunded'],
  [19, 'Stopped'],
])

/** How far an order is, by its counts and the id of its status. */
export interface Delivery {
  readonly statusId: number | undefined
  readonly startCount: number | undefined
  readonly currentCount: number | undefined
  readonly wantedCount: number | undefined
  /** Counted for the views services 54 and 55 alone. */
  readonly sentCount: number | undefined
}

/** Returns the state that the document gives an id_status; `unknown` if it lists none. */
export function stateOfId(statusId: number | undefined): UpstreamStatus {
  return (statusId === undefined ? undefined : states.get(statusId)) ?? 'unknown'
}

/** Returns what to call an id_status if the upstream sends no name with it. */
export function nameOfId(statusId: number | undefined): string {
  const name = statusId === undefined ? undefined : names.get(statusId)
  if (name !== undefined) return name
  return stateOfId(statusId) === 'error' ? `Error ${statusId}` : `Status ${statusId ?? 'missing'}`
}

/**
 * Returns the state of an order. If `sent_count` is a number, completion is `sent_count >= wanted_count` (the
 * document) and the id does not complete it; an order that was refunded, or whose id is not listed, is not
 * completed by any count.
 */
export function stateOf({ statusId, wantedCount, sentCount }: Delivery): UpstreamStatus {
  const state = stateOfId(statusId)
  if (sentCount === undefined || wantedCount === undefined) return state
  if (sentCount < wantedCount) return state === 'completed' ? 'in_progress' : state
  return state === 'refunded' || state === 'unknown' ? state : 'completed'
}

/** Returns how much has been delivered: what was sent, or else what the count grew by. */
export function deliveredCount({ startCount, currentCount, sentCount }: Delivery): number | undefined {
  if (sentCount !== undefined) return sentCount
  return startCount === undefined || currentCount === undefined ? undefined : currentCount - startCount
}
