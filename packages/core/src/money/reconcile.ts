import { type Decimal, parseNumeric } from './decimal.ts'

export interface Reconciliation {
  readonly verdict: 'equal' | 'cheaper' | 'dearer'
  /** Charged minus quoted, also where the verdict is `equal`: exact to 60 significant digits, in the account's currency. */
  readonly difference: Decimal
}

/**
 * Part of the quoted amount below which a difference is rounding: upstreams write charges as binary floats, such as
 * `0.07700000000000001` for 0.077, whose error is a ten-millionth of that at most.
 */
const roundingPart = '1e-9'

/**
 * A quote against what the upstream charged (`total_cost`, `charge`), a decimal string. (reading) A difference of less
 * than a billionth of the quoted total is the upstream's rounding: the verdict is `equal`, and the difference is still
 * given exactly.
 *
 * @throws {TypeError} where `charged` is no number.
 *
 * @example
 * ```ts
 * reconcile({ total: new Decimal('15') }, '15.01').verdict // 'dearer'
 * reconcile({ total: new Decimal('0.077') }, '0.07700000000000001').verdict // 'equal'
 * ```
 */
export function reconcile({ total }: { readonly total: Decimal }, charged: string): Reconciliation {
  const amount = parseNumeric(charged)
  if (amount === undefined)
    throw new TypeError(`reconcile: charged must be a decimal string, was given ${charged}`)
  const difference = amount.minus(total)
  if (difference.isZero() || difference.abs().lt(total.abs().times(roundingPart)))
    return { verdict: 'equal', difference }
  return { verdict: difference.isNegative() ? 'cheaper' : 'dearer', difference }
}
