import { compareAmounts, isolate } from '@orderwright/core'
import type { LimitIssue, OrderRecord } from '@orderwright/outbox'
import { moneyWords } from '../format/money.ts'
import { describeLimit } from '../limits/describe-limit.ts'
import { messages as texts } from './texts/en.generated.ts'

/** What stands against an order that was confirmed. Nothing is stored or sent until it is gone. */
export type CheckoutIssue =
  /** By today's catalogue it cannot be ordered so; each sentence says why. */
  | { readonly code: 'not_orderable'; readonly sentences: readonly string[] }
  /** The names of the service: what the person confirmed, and what the same number is called now. */
  | { readonly code: 'service_changed'; readonly confirmed: string; readonly now: string }
  /** Decimal strings: what the person confirmed, and what it costs now. */
  | { readonly code: 'price_changed'; readonly confirmed: string; readonly total: string }
  | LimitIssue
  /** Limits were set and could not be read, so that nobody knows what they allow. */
  | { readonly code: 'limits_unreadable' }
  /** The same was ordered before, newest first: ordered again only by somebody who has seen these. */
  | { readonly code: 'ordered_before'; readonly earlier: readonly OrderRecord[] }

/** Describes an issue and what to do about it. `upstream` is the account's name. */
export function describeCheckoutIssue(
  issue: CheckoutIssue,
  upstream: string,
  currency: string | undefined,
): string {
  switch (issue.code) {
    case 'not_orderable':
      return texts.issues.not_orderable({ why: issue.sentences.join(' ') })
    case 'service_changed':
      return texts.issues.service_changed({
        confirmed: isolate(issue.confirmed),
        provider: isolate(upstream),
        now: isolate(issue.now),
      })
    case 'price_changed': {
      const [before, now] = [moneyWords(issue.confirmed, currency), moneyWords(issue.total, currency)]
      const isHigher = compareAmounts(issue.total, issue.confirmed) > 0
      return texts.issues[isHigher ? 'price_changed' : 'price_fell']({ before, now })
    }
    case 'limits_unreadable':
      return texts.issues.limits_unreadable()
    case 'ordered_before':
      return texts.issues.ordered_before()
    default:
      return describeLimit(issue, upstream, currency ?? '')
  }
}
