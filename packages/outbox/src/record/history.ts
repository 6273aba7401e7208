import type { LifeState } from './record-schema.ts'

/** One change of a life. `detail` is a code or an order's number: whatever tells it from another of its kind. */
export interface HistoryEntry {
  readonly at: number
  readonly event: string
  readonly state: LifeState
  readonly detail: string | undefined
}

/** How an order was sent matters most, then what happened last: the middle is what goes. */
const keptFirst = 10
const keptLast = 40

/** The history with one entry more; at most 50 are kept. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const longer = [...history, entry]
  return longer.length <= keptFirst + keptLast
    ? longer
    : [...longer.slice(0, keptFirst), ...longer.slice(-keptLast)]
}
