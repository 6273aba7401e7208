import { isolate } from '@orderwright/core'
import { currencyName, formatMoney } from '../format/money.ts'
import type { LimitIssue } from './judge-limits.ts'

/** One sentence with the amounts that it is about, and where to change the limit. */
export function describeLimit(issue: LimitIssue, account: string, currency: string): string {
  const name = isolate(account)
  const money = (amount: string): string => formatMoney(amount, currency)
  switch (issue.code) {
    case 'over_order_cap':
      return `This order costs ${money(issue.total)}, more than the ${money(issue.cap)} that you allow for one order through ${name}; ${whereTo}`
    case 'over_day_cap':
      return `This order costs ${money(issue.total)} and ${money(issue.spent)} has been spent through ${name} today, together more than the ${money(issue.cap)} that you allow for a day; ${whereTo}`
    case 'over_account_cap':
      return `This order costs ${money(issue.total)} and ${money(issue.spent)} has been spent through ${name}, together more than the ${money(issue.cap)} that you allow in all; ${whereTo}`
    case 'over_balance':
      return issue.reserved === '0'
        ? `This order costs ${money(issue.total)}, but ${name} has ${money(issue.balance)}; add funds there first.`
        : `This order costs ${money(issue.total)}, but ${name} has ${money(issue.balance)}, and ${money(issue.reserved)} of it is for orders on their way; add funds there first.`
    case 'other_currency':
      return `Your limits for ${name} are in ${isolate(currencyName(issue.set))} and its amounts are in ${isolate(currencyName(issue.now))} now; ${anew}`
  }
}

const whereTo = 'you can change that in the settings, under Limits.'
const anew = 'set them anew in the settings, under Limits.'
