import { type Decimal, parseNumeric } from './decimal.ts'

export interface Reconciliation {
  readonly verdict: 'equal' | 'cheaper' | 'dearer'
  /** Charged minus quoted, in the account's currency, with the digits of `promisedDigits`, also if the verdict is `equal`. */
  readonly difference: Decimal
}

/**
 * The part of a quoted total below which a difference is rounding. Upstreams write charges as binary floats, such as
 * `0.07700000000000001` for 0.077, whose error is at most a ten-millionth of that.
 */
const roundingPart = '1e-9'

/**
 * Compares a quoted total with what the upstream charged (`total_cost`, `charge`), a decimal string. (reading) A difference of less
 * than a billionth of the total is the upstream's rounding: the verdict is `equal`, and the difference is given all the same.
 *
 * @throws {TypeError} if `charged` is not a number.
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
