import { Decimal } from '../money/decimal.ts'
import { decimalArgument, given } from '../money/decimal-argument.ts'
import { fraction } from '../money/fraction.ts'
import { currencyDigits } from './currency.ts'
import { finite, type Money } from './retail-price.ts'

/**
 * Divides an amount among parts in proportion to their weights, decimal strings from 0, without losing one of the currency's least units:
 * each part is its exact share, up or down to a whole unit. The units that are left over go to the largest remainders, the first of
 * equal ones first. A part of weight 0 gets nothing.
 *
 * @throws {TypeError} if the total is no `Decimal`, the weights are no array, or one is no decimal in plain notation.
 * @throws {RangeError} if a weight is below 0 or none is above it, or if the amount is no whole number of units: round it first.
 *
 * @example
 * ```ts
 * const parts = allocate({ currency: 'EUR', total: new Decimal('10') }, ['1', '1', '1'])
 * parts.map(({ total }) => total.toFixed(2)) // ['3.34', '3.33', '3.33']
 * ```
 */
export function allocate<Code extends string>(
  { currency, total }: Money<Code>,
  weights: readonly string[],
): readonly [Money<Code>, ...Money<Code>[]] {
  const digits = currencyDigits(currency)
  const amount = fraction(finite(total, 'allocate: total').abs())
  const unit = 10n ** BigInt(digits)
  if ((amount.numerator * unit) % amount.denominator !== 0n) {
    throw new RangeError(
      `allocate: the total has more than ${digits} decimals, round it first: ${total.toFixed()}`,
    )
  }
  const parts = shares((amount.numerator * unit) / amount.denominator, wholeWeights(weights))
  const sign = total.isNegative() ? '-' : ''
  const [first, ...others] = parts.map(part => ({
    currency,
    total: new Decimal(`${sign}${part}e-${digits}`),
  }))
  if (first === undefined) throw new RangeError('allocate: at least one weight must be above 0')
  return [first, ...others]
}

/** Reads the weights as whole numbers in the same proportion. */
function wholeWeights(weights: readonly string[]): readonly bigint[] {
  if (!Array.isArray(weights))
    throw new TypeError(`allocate: weights must be an array, was given ${given(weights)}`)
  const fractions = weights.map((weight, index) => {
    const read = decimalArgument(weight, `allocate: weights[${index}]`)
    if (!read.lt(0)) return fraction(read)
    throw new RangeError(`allocate: weights[${index}] must be at least 0, was given ${given(weight)}`)
  })
  // All denominators are powers of 10, so the greatest is a multiple of each.
  let greatest = 1n
  for (const { denominator } of fractions) if (denominator > greatest) greatest = denominator
  return fractions.map(({ numerator, denominator }) => numerator * (greatest / denominator))
}

/** Divides the units; among no parts, if no weight is above 0. */
function shares(units: bigint, weights: readonly bigint[]): readonly bigint[] {
  const sum = weights.reduce((left, right) => left + right, 0n)
  if (sum === 0n) return []
  const parts = weights.map(weight => (units * weight) / sum)
  const left = units - parts.reduce((one, other) => one + other, 0n)
  const remainders = weights.map((weight, index) => ({ index, remainder: (units * weight) % sum }))
  remainders.sort(
    (one, other) => Number(other.remainder > one.remainder) - Number(other.remainder < one.remainder),
  )
  for (const { index } of remainders.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}
