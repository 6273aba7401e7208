import * as v from 'valibot'
import { type DescribedSchema, described } from '../schema/leaf-schemas.ts'

/** For which of the requests that match something is. */
export interface MatchCount {
  /** The first of them, counted from when it is added. Default: 1. */
  readonly nth?: number | undefined
  /** For how many, from that one on; `'always'`: without end. */
  readonly times?: number | 'always' | undefined
}

/** What has been counted so far. */
export interface KeptCount {
  /** How many requests have matched. */
  readonly met: number
  /** Absent: without end. */
  readonly remaining?: number | undefined
}

export interface Counter {
  /** Counts a request that matches; returns whether it is for this one. */
  meet(): boolean
  /** Counts that it was for a request. */
  use(): void
  /** For how many requests it still is; 2^53 − 1 if that has no end. */
  remaining(): number
  /** Whether it was for a request yet, or was ended by hand. */
  isUsed(): boolean
  end(): void
  kept(): KeptCount
}

/** Stands for no end. */
const endless: number = Number.MAX_SAFE_INTEGER

/** Returns the count of what is added now, which is for `usual` requests unless it says otherwise. */
export function begunCount({ times }: MatchCount, usual: number | 'always'): KeptCount {
  const count = times ?? usual
  return count === 'always' ? { met: 0 } : { met: 0, remaining: count }
}

export function createCounter({ nth = 1 }: MatchCount, kept: KeptCount): Counter {
  let { met, remaining = endless } = kept
  let isUsed = false
  return {
    meet() {
      met += 1
      return met >= nth && remaining > 0
    },
    use() {
      isUsed = true
      if (remaining !== endless) remaining -= 1
    },
    remaining: () => remaining,
    isUsed: () => isUsed,
    end() {
      isUsed = true
      remaining = 0
    },
    kept: () => ({ met, ...(remaining !== endless && { remaining }) }),
  }
}

/** @throws RangeError for what no count can be, naming what was given */
export function checkCounts({ nth, times }: MatchCount): void {
  if (times !== 'always') checkCount('times', times)
  checkCount('nth', nth)
}

function checkCount(name: string, count: number | undefined): void {
  if (count !== undefined && (!Number.isSafeInteger(count) || count < 1)) {
    throw new RangeError(`${name} must be a whole number above 0, was given ${String(count)}`)
  }
}

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))
const countOrAlways = v.union([count, v.literal('always')], "must be a whole number above 0, or 'always'")

/** Returns the schemas of a count; `defaults` says what `times` is unless it is given. */
export function countEntries(defaults: string): {
  readonly [Name in keyof MatchCount]-?: DescribedSchema<NonNullable<MatchCount[Name]>>
} {
  return {
    nth: described(count, 'The first of the matching requests that it is for. Default: 1.'),
    times: described(countOrAlways, `For how many requests, or \`always\`. Default: ${defaults}`),
  }
}
