import type { Trial } from './case.ts'
import { isDeadlineTrial } from './plan-case.ts'

/** How many accounts there are of each kind and protocol: several orders can wait at once, one for each account. */
export const accountsOfKind = 4

/** What is still to be played. */
export interface Turns {
  /** What is played next, together; `undefined` where nothing is left. */
  next(): readonly Trial[] | undefined
  /** Plays the trial once more, since Chromium itself broke; false where that has been done. */
  again(trial: Trial): boolean
  isAgain(trial: Trial): boolean
}

/** Trials that wait for the deadline do so together, each with an account of its own; others are played one by one. */
export function createTurns(trials: readonly Trial[]): Turns {
  const silent = trials.filter(isDeadlineTrial)
  const batches: (readonly Trial[])[] = []
  for (let start = 0; start < silent.length; start += accountsOfKind)
    batches.push(silent.slice(start, start + accountsOfKind))
  batches.push(...trials.filter(trial => !isDeadlineTrial(trial)).map(trial => [trial]))
  const repeated = new Set<number>()
  return {
    next: () => batches.shift(),
    again: trial => {
      if (repeated.has(trial.index)) return false
      repeated.add(trial.index)
      batches.push([trial])
      return true
    },
    isAgain: ({ index }) => repeated.has(index),
  }
}
