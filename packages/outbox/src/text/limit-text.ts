import { isolate } from '@orderwright/core'
import type { LimitIssue } from '../limits/check-limits.ts'
import { currencyName } from '../limits/currency.ts'
import { describeMoney, type MoneyWords } from './money-text.ts'

/** What a screen calls things, if it knows better. */
export interface LimitWords {
  /** The account's name. Default: `this account`. */
  readonly account?: string | undefined
  /** What the amounts are in, if that is known. */
  readonly currency?: string | undefined
  readonly money?: MoneyWords | undefined
  /** Where limits are set, such as `in the settings, under Limits`. Default: not said. */
  readonly settings?: string | undefined
}

/**
 * Returns one English sentence with the amounts that it is about, and what to do.
 *
 * @example
 * ```ts
 * const issue = { code: 'over_order_cap', total: '7.5', cap: '5' } as const
 * describeLimitIssue(issue, { account: 'Main' }).startsWith('This order costs 7.5, more than the 5 that you allow') // true
 * ```
 */
export function describeLimitIssue(
  issue: LimitIssue,
  { account = 'this account', currency, money: moneyWords = describeMoney, settings }: LimitWords = {},
): string {
  const name = account === 'this account' ? account : isolate(account)
  const money = (amount: string): string => moneyWords(amount, currency)
  const change = settings === undefined ? '.' : `; you can change that ${settings}.`
  switch (issue.code) {
    case 'over_order_cap':
      return `This order costs ${money(issue.total)}, more than the ${money(issue.cap)} that you allow for one order through ${name}${change}`
    case 'over_day_cap':
      return `This order costs ${money(issue.total)} and ${money(issue.spent)} has been spent through ${name} today, together more than the ${money(issue.cap)} that you allow for a day${change}`
    case 'over_account_cap':
      return `This order costs ${money(issue.total)} and ${money(issue.spent)} has been spent through ${name}, together more than the ${money(issue.cap)} that you allow in all${change}`
    case 'over_balance':
      return issue.reserved === '0'
        ? `This order costs ${money(issue.total)}, but ${name} has ${money(issue.balance)}; add funds there first.`
        : `This order costs ${money(issue.total)}, but ${name} has ${money(issue.balance)}, and ${money(issue.reserved)} of it is for orders on their way; add funds there first.`
    case 'other_currency':
      return `Your limits for ${name} are in ${isolate(currencyName(issue.set))} and its amounts are in ${isolate(currencyName(issue.now))} now; set them anew${settings === undefined ? '' : ` ${settings}`}.`
  }
}
