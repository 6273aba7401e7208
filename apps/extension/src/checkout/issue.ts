import { isolate } from '@orderwright/core'
import type { LimitIssue, OrderRecord } from '@orderwright/outbox'
import { moneyWords } from '../format/money.ts'
import { describeLimit } from '../limits/describe-limit.ts'

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
      return `The service has changed: ${issue.sentences.join(' ')} Go back and correct the order.`
    case 'service_changed':
      return `You confirmed “${isolate(issue.confirmed)}”; ${isolate(upstream)} now calls this service “${isolate(issue.now)}”. Order again if that is what you want.`
    case 'price_changed': {
      const [before, now] = [moneyWords(issue.confirmed, currency), moneyWords(issue.total, currency)]
      return `You confirmed ${before}; ${isolate(upstream)} now asks ${now}. Order again if the new price suits you.`
    }
    case 'limits_unreadable':
      return 'Your limits could not be read: set them again in the settings, under Limits.'
    case 'ordered_before':
      return 'Nothing was sent yet: order it again only if you mean to pay for it once more.'
    default:
      return describeLimit(issue, upstream, currency ?? '')
  }
}
