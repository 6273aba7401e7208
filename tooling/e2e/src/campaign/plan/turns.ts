import type { FaultCase } from './case.ts'
import { isDeadlineCase } from './plan-case.ts'

/** How many accounts there are of each kind and protocol: several orders can wait at once, one for each account. */
export const accountsOfKind = 4

/** What is still to be played. */
export interface Turns {
  /** What is played next, together; `undefined` where nothing is left. */
  next(): readonly FaultCase[] | undefined
  /** Plays the case once more, since Chromium itself broke; false where that has been done. */
  again(faultCase: FaultCase): boolean
  isAgain(faultCase: FaultCase): boolean
}

/** Cases that wait for the deadline do so together, each with an account of its own; others are played one by one. */
export function createTurns(cases: readonly FaultCase[]): Turns {
  const silent = cases.filter(isDeadlineCase)
  const batches: (readonly FaultCase[])[] = []
  for (let start = 0; start < silent.length; start += accountsOfKind)
    batches.push(silent.slice(start, start + accountsOfKind))
  batches.push(...cases.filter(faultCase => !isDeadlineCase(faultCase)).map(faultCase => [faultCase]))
  const repeated = new Set<number>()
  return {
    next: () => batches.shift(),
    again: faultCase => {
      if (repeated.has(faultCase.index)) return false
      repeated.add(faultCase.index)
      batches.push([faultCase])
      return true
    },
    isAgain: ({ index }) => repeated.has(index),
  }
}
