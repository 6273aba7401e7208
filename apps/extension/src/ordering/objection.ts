import { type Breach, describeBreach } from '@orderwright/outbox'
import { moneyWords } from '../money/format-money.ts'

/** What stands against an order that was confirmed. Nothing is stored or sent until it is gone. */
export type Objection =
  /** By today's catalogue it cannot be ordered so; each sentence says why. */
  | { readonly code: 'not_orderable'; readonly sentences: readonly string[] }
  /** Decimal strings: what the person confirmed, and what it costs now. */
  | { readonly code: 'price_changed'; readonly confirmed: string; readonly total: string }
  | Breach

/** What is so, and what to do, `upstream` being the account's name. */
export function describeObjection(
  objection: Objection,
  upstream: string,
  currency: string | undefined,
): string {
  switch (objection.code) {
    case 'not_orderable':
      return `The service has changed: ${objection.sentences.join(' ')} Go back and correct the order.`
    case 'price_changed': {
      const [before, now] = [moneyWords(objection.confirmed, currency), moneyWords(objection.total, currency)]
      return `You confirmed ${before}; ${upstream} now asks ${now}. Order again if the new price suits you.`
    }
    default:
      return describeBreach(objection, currency, moneyWords)
  }
}
