/** What the clock brings by itself: a refund that was asked for, the next order of a subscription. */
export interface Scheduler {
  /** Puts off `event` until the clock reads `at`. Events of one moment run in the order in which they were put off. */
  add(at: number, event: () => void): void
  /** Runs what is due by `now`, and what that puts off in turn, in the order of time. */
  runUntil(now: number): void
  clear(): void
}

interface Entry {
  readonly at: number
  readonly event: () => void
}

export function createScheduler(): Scheduler {
  // Kept in order, the earliest last, where taking it off is cheap.
  const entries: Entry[] = []
  return {
    add(at, event) {
      entries.splice(indexFor(entries, at), 0, { at, event })
    },
    runUntil(now) {
      for (let next = entries.at(-1); next !== undefined && next.at <= now; next = entries.at(-1)) {
        entries.pop()
        next.event()
      }
    },
    clear() {
      entries.length = 0
    },
  }
}

/** Before all that are due earlier or at the same time. */
function indexFor(entries: readonly Entry[], at: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.at ?? at) > at) low = middle + 1
    else high = middle
  }
  return low
}
