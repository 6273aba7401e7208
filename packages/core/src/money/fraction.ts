import { remembered } from '../remembered.ts'
import { Decimal } from './decimal.ts'

/** An exact rational number: sums and products round nothing; `fractionToDecimal` divides, once. */
export interface Fraction {
  readonly numerator: bigint
  /** Never 0. */
  readonly denominator: bigint
}

/** The fraction of a decimal or of its text in plain notation. */
export function fraction(value: Decimal | string): Fraction {
  return typeof value === 'string' ? fractionOfText(value) : fractionOfDecimal(value)
}

const fractionOfText = remembered(text => fractionOfDecimal(new Decimal(text)))

function fractionOfDecimal(decimal: Decimal): Fraction {
  const places = decimal.decimalPlaces()
  const digits = decimal.toFixed(places).replace('.', '')
  return { numerator: BigInt(digits), denominator: 10n ** BigInt(places) }
}

/** Whether the first is less than the other; both with a denominator above 0, as {@link fraction} gives them. */
export function isLess(left: Fraction, right: Fraction): boolean {
  if (left.denominator === right.denominator) return left.numerator < right.numerator
  return left.numerator * right.denominator < right.numerator * left.denominator
}

/** Whether the first is a whole multiple of the other, which nothing is of 0. */
export function isMultiple(value: Fraction, of: Fraction): boolean {
  const divisor = of.numerator * value.denominator
  return divisor !== 0n && (value.numerator * of.denominator) % divisor === 0n
}

export function add(left: Fraction, right: Fraction): Fraction {
  return {
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  }
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return {
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  }
}

/** The divisor must not be zero: the catalogue's parsers leave such numbers out. */
export function divide(left: Fraction, right: Fraction): Fraction {
  if (right.numerator === 0n) throw new TypeError('divide: the divisor is 0')
  return {
    numerator: left.numerator * right.denominator,
    denominator: left.denominator * right.numerator,
  }
}

/** Exact where the expansion ends within 60 significant digits, else rounded half to even at the 60th. */
export function fractionToDecimal({ numerator, denominator }: Fraction): Decimal {
  const [digits, divisor] = [numerator.toString(), denominator.toString()]
  // A power of 10 only moves the point, and most prices are for 10, 100 or 1000.
  if (powerOfTen.test(divisor) && digits.length <= Decimal.precision) {
    return new Decimal(`${digits}e-${divisor.length - 1}`)
  }
  return new Decimal(digits).div(divisor)
}

const powerOfTen = /^10*$/

/** The least whole number above 0 that is a multiple of the fraction, or `undefined` if none is. */
export function wholeStep({ numerator, denominator }: Fraction): bigint | undefined {
  if (numerator === 0n) return undefined
  const step = numerator / greatestCommonDivisor(numerator, denominator)
  return step < 0n ? -step : step
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** The greatest multiple of `step` that is not above the fraction; both denominator and step are above 0. */
export function floorTo({ numerator, denominator }: Fraction, step: bigint): bigint {
  const divisor = denominator * step
  const quotient = numerator / divisor
  return (numerator < 0n && quotient * divisor !== numerator ? quotient - 1n : quotient) * step
}

/** The least multiple of `step` that is not below the fraction; both denominator and step are above 0. */
export function ceilTo({ numerator, denominator }: Fraction, step: bigint): bigint {
  return -floorTo({ numerator: -numerator, denominator }, step)
}
