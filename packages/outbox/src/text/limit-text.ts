import type { CapIssue } from '../limits/check-limits.ts'
import { describeMoney, type MoneyWords } from './money-text.ts'

/** One English sentence with the amounts that it is about. */
export function describeCapIssue(
  breach: CapIssue,
  currency?: string,
  moneyWords: MoneyWords = describeMoney,
): string {
  const money = (amount: string): string => moneyWords(amount, currency)
  const total = money(breach.total)
  switch (breach.code) {
    case 'over_order_cap':
      return `This order costs ${total}, more than the ${money(breach.cap)} that you allow for one order.`
    case 'over_day_cap':
      return `This order costs ${total} and ${money(breach.spent)} has been spent today, together more than the ${money(breach.cap)} that you allow for a day.`
    case 'over_account_cap':
      return `This order costs ${total} and ${money(breach.spent)} has been spent through this account, together more than the ${money(breach.cap)} that you allow for it.`
    case 'over_balance':
      return breach.reserved === '0'
        ? `This order costs ${total}, but the account has ${money(breach.balance)}; add funds first.`
        : `This order costs ${total}, but the account has ${money(breach.balance)}, of which ${money(breach.reserved)} is for orders on their way; add funds first.`
  }
}
