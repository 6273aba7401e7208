import type { OrderRecord } from '../record/record-schema.ts'
import { isInCurrency, type Limits, limitsOf } from './caps.ts'
import { checkLimits, type LimitCandidate, type LimitIssue } from './check-limits.ts'
import { recordsIn } from './currency.ts'

export interface JudgeContext {
  readonly limits: Limits
  /** At least all of the account's and of its aliases'. */
  readonly records: readonly OrderRecord[]
  /** The accounts that name the same upstream and key: what is spent through one is spent through all. */
  readonly aliases?: readonly string[]
  /** The account's, blank if it is not known. */
  readonly currency: string
  /** What the account holds, a decimal string; `undefined` if that is judged elsewhere. */
  readonly balance?: string | undefined
  /** When the person's day began, in milliseconds since 1970. */
  readonly dayStart: number
}

/**
 * Returns every limit of the person's, and the balance, that an order would go over. Amounts in two currencies are never compared.
 *
 * @example
 * ```ts
 * const limits = { accounts: { a: { currency: 'EUR', caps: { perOrder: '5' } } } }
 * const candidate = { id: 'form-1', accountId: 'a', confirmed: { total: '7.5' } }
 * const context = { limits, records: [], currency: 'USD', dayStart: 0 }
 * judgeLimits(candidate, context) // [{ code: 'other_currency', set: 'EUR', now: 'USD' }]
 * ```
 */
export function judgeLimits(candidate: LimitCandidate, context: JudgeContext): readonly LimitIssue[] {
  const { limits, records, aliases, currency, balance, dayStart } = context
  const own = limitsOf(limits, candidate.accountId)
  const isJudged = own === undefined || isInCurrency(own, currency)
  const issues = checkLimits(candidate, {
    records: recordsIn(currency, records),
    aliases,
    caps: isJudged ? (own?.caps ?? {}) : {},
    balance,
    dayStart,
  })
  return isJudged ? issues : [{ code: 'other_currency', set: own.currency, now: currency }, ...issues]
}
