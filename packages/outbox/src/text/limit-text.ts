import { addAmounts, isolate, subtractAmounts } from '@orderwright/core'
import type { LimitIssue } from '../limits/check-limits.ts'
import { currencyName } from '../limits/currency.ts'
import { messages } from './messages/limits/en.generated.ts'
import { describeMoney, type MoneyWords } from './money-text.ts'

/** What a screen calls things, if it knows better. */
export interface LimitWords {
  /** The account's name. Default: `this account`. */
  readonly account?: string | undefined
  /** What the amounts are in, if that is known. */
  readonly currency?: string | undefined
  readonly money?: MoneyWords | undefined
}

/**
 * Describes a limit issue in plain English: by how much the order goes over, and what to do.
 *
 * @example
 * ```ts
 * const issue = { code: 'over_order_cap', total: '7.5', cap: '5' } as const
 * describeLimitIssue(issue, { account: 'Main' }) // '2.5 over your 5 per-order limit.'
 * ```
 */
export function describeLimitIssue(
  issue: LimitIssue,
  { account, currency, money: moneyWords = describeMoney }: LimitWords = {},
): string {
  const name = account === undefined ? messages.account() : isolate(account)
  const money = (amount: string): string => moneyWords(amount, currency)
  switch (issue.code) {
    case 'over_order_cap':
      return messages.over_order_cap({
        over: money(subtractAmounts(issue.total, issue.cap)),
        cap: money(issue.cap),
      })
    case 'over_day_cap':
    case 'over_account_cap':
      return messages[issue.code]({
        over: money(subtractAmounts(addAmounts(issue.total, issue.spent), issue.cap)),
        cap: money(issue.cap),
        spent: money(issue.spent),
      })
    case 'over_balance':
      return messages.over_balance({
        over: money(subtractAmounts(addAmounts(issue.total, issue.reserved), issue.balance)),
        account: name,
        balance: money(issue.balance),
        reserved: issue.reserved === '0' ? 'none' : money(issue.reserved),
      })
    case 'other_currency':
      return messages.other_currency({
        account: name,
        set: isolate(currencyName(issue.set)),
        now: isolate(currencyName(issue.now)),
      })
  }
}
