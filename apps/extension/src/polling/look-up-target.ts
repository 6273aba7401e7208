import { pollIntervalBounds, reconsideredMs } from '@orderwright/outbox'
import { ownValue } from '../platform/own-value.ts'
import { type AskedAt, isStale } from './poll-target.ts'

/** An unknown order to look up in the upstream's list of orders, or by its balance. */
export interface LookUp {
  /** Unique among an account's targets. */
  readonly key: string
  readonly recordId: string
  /** The earliest time that a look-up can find something; `undefined` if only a person may start it. */
  readonly notBefore: number | undefined
  /** Whether one look-up at that time is enough, since the order counts as not placed. Default: false. */
  readonly isLast?: boolean
}

/** Returns when to look it up: at once the first time, then at least a minute apart. */
export function lookUpAt({ key, notBefore, isLast = false }: LookUp, askedAt: AskedAt): number | undefined {
  const last = ownValue(askedAt, key)
  if (notBefore === undefined || last === undefined) return notBefore
  if (isLast && last >= notBefore) return undefined
  return Math.max(notBefore, last + pollIntervalBounds.leastMs)
}

export function isLookUpDue(lookUp: LookUp, askedAt: AskedAt, now: number): boolean {
  const at = lookUpAt(lookUp, askedAt)
  return at !== undefined && at <= now
}

/** Returns whether to look it up when a screen opens. A list tells nothing before its time, a balance may. */
export function isLookUpStale(lookUp: LookUp, askedAt: AskedAt, now: number): boolean {
  if (lookUp.isLast === true) return isLookUpDue(lookUp, askedAt, now)
  return (lookUp.notBefore ?? 0) <= now && isStale(lookUp.key, askedAt, now)
}

/** Returns whether to look it up when a person presses refresh: not if it has counted as not placed for a day. */
export function isLookUpWanted({ notBefore = 0, isLast = false }: LookUp, now: number): boolean {
  return !isLast || now - notBefore < reconsideredMs
}
