import { describeLimitIssue, type LimitIssue } from '@orderwright/outbox'
import { moneyWords } from '../format/money.ts'

/** Returns the outbox's sentence with amounts as screens write them. */
export function describeLimit(issue: LimitIssue, account: string, currency: string): string {
  return describeLimitIssue(issue, {
    account,
    currency,
    money: moneyWords,
  })
}
