import { reconsideredMs } from '@orderwright/outbox'
import { ownValue } from '../platform/own-value.ts'
import { type AskedAt, isStale, paceBounds } from './poll-target.ts'

/** An order in doubt, of which the upstream's orders or the balance may tell. */
export interface LookUp {
  /** Unique among all that is followed for an account. */
  readonly key: string
  readonly recordId: string
  /** When it has something to tell at the earliest; `undefined` where only a person may want to know. */
  readonly notBefore: number | undefined
  /** One look at that time is enough: it counts as not placed. */
  readonly isLast?: boolean
}

/** At once the first time, and then a minute apart at least, however often there is a reason. */
export function lookUpAt({ key, notBefore, isLast = false }: LookUp, askedAt: AskedAt): number | undefined {
  const last = ownValue(askedAt, key)
  if (notBefore === undefined || last === undefined) return notBefore
  if (isLast && last >= notBefore) return undefined
  return Math.max(notBefore, last + paceBounds.leastMs)
}

export function isLookUpDue(lookUp: LookUp, askedAt: AskedAt, now: number): boolean {
  const at = lookUpAt(lookUp, askedAt)
  return at !== undefined && at <= now
}

/** Whether it is worth looking for a person who is there; a list cannot tell before its time, a balance can. */
export function isLookUpStale(lookUp: LookUp, askedAt: AskedAt, now: number): boolean {
  if (lookUp.isLast === true) return isLookUpDue(lookUp, askedAt, now)
  return (lookUp.notBefore ?? 0) <= now && isStale(lookUp.key, askedAt, now)
}

/** Whether a person who asks for all that is new wants it: not of what has counted as not placed for a day. */
export function isLookUpWanted({ notBefore = 0, isLast = false }: LookUp, now: number): boolean {
  return !isLast || now - notBefore < reconsideredMs
}
