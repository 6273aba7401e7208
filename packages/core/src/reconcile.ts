import type { Decimal } from './decimal.ts'
import { parseNumeric } from './parse-decimal.ts'
import type { Quote } from './quote/quote.ts'

export interface Reconciliation {
  readonly verdict: 'equal' | 'cheaper' | 'dearer'
  /** Charged minus quoted, exact to 60 significant digits, in the account's currency. */
  readonly difference: Decimal
}

/**
 * A quote against what the upstream charged (`total_cost`, `charge`), a decimal string.
 *
 * @throws {TypeError} where `charged` is no number.
 *
 * @example
 * ```ts
 * reconcile({ total: new Decimal('15') }, '15.01').verdict // 'dearer'
 * ```
 */
export function reconcile({ total }: Pick<Quote, 'total'>, charged: string): Reconciliation {
  const amount = parseNumeric(charged)
  if (amount === undefined)
    throw new TypeError(`reconcile: charged must be a decimal string, was given ${charged}`)
  const difference = amount.minus(total)
  if (difference.isZero()) return { verdict: 'equal', difference }
  return { verdict: difference.isNegative() ? 'cheaper' : 'dearer', difference }
}
