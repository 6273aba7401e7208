import { type CapIssue, checkLimits, type OrderRecord } from '@orderwright/outbox'
import { ownValue } from '../platform/own-value.ts'
import { isInCurrency, type Limits } from './limits.ts'
import { recordsIn } from './one-currency.ts'
import { startOfDay } from './start-of-day.ts'

/** Why an order must not be sent. `describeLimitIssue` gives the sentence. */
export type LimitIssue =
  | CapIssue
  /** The limits are in another currency than the account: amounts of two are never compared. */
  | { readonly code: 'other_currency'; readonly set: string; readonly now: string }

type Candidate = Parameters<typeof checkLimits>[0]

interface LimitContext {
  readonly limits: Limits
  /** At least all of the account's and of its aliases'. */
  readonly records: readonly OrderRecord[]
  /** The accounts that name the same upstream and key: what is spent through one is spent through all. */
  readonly aliases?: readonly string[]
  /** The account's, blank where it is not known. */
  readonly currency: string
  /** What the account holds, a decimal string; `undefined` where that is judged elsewhere. */
  readonly balance?: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Every limit of the person's, and the balance, that an order would go over. */
export function judgeLimits(candidate: Candidate, context: LimitContext): readonly LimitIssue[] {
  const { limits, records, aliases, currency, balance, now } = context
  const own = ownValue(limits.accounts, candidate.accountId)
  const isJudged = own === undefined || isInCurrency(own, currency)
  const breaches = checkLimits(candidate, {
    records: recordsIn(currency, records),
    aliases,
    caps: isJudged ? (own?.caps ?? {}) : {},
    balance,
    dayStart: startOfDay(now),
  })
  return isJudged ? breaches : [{ code: 'other_currency', set: own.currency, now: currency }, ...breaches]
}
