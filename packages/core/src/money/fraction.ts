import { Decimal } from './decimal.ts'

/** An exact rational number. Sums and products round nothing; {@link fractionToDecimal} divides once, at the end. */
export interface Fraction {
  readonly numerator: bigint
  /** Never 0. */
  readonly denominator: bigint
}

/**
 * Returns a decimal, or its text in plain notation, as a fraction.
 *
 * @throws {TypeError} if the text is no decimal in plain notation.
 */
export function fraction(value: Decimal | string): Fraction {
  const text = typeof value === 'string' ? value : value.toFixed()
  if (!plain.test(text)) throw new TypeError(`fraction: not a decimal in plain notation: ${text}`)
  const point = text.indexOf('.')
  if (point === -1) return { numerator: BigInt(text), denominator: 1n }
  const places = text.length - point - 1
  return { numerator: BigInt(text.replace('.', '')), denominator: 10n ** BigInt(places) }
}

const plain = /^[+-]?\d+(?:\.\d+)?$/

/** Returns whether the first is less than the other. Both denominators are above 0, as {@link fraction} gives them. */
export function isLess(left: Fraction, right: Fraction): boolean {
  if (left.denominator === right.denominator) return left.numerator < right.numerator
  return left.numerator * right.denominator < right.numerator * left.denominator
}

/** Returns whether a value is a whole multiple of another. Nothing is a multiple of 0. */
export function isMultiple(value: Fraction, of: Fraction): boolean {
  const divisor = of.numerator * value.denominator
  return divisor !== 0n && (value.numerator * of.denominator) % divisor === 0n
}

/**
 * Adds two fractions, on one of their denominators if the other divides it: then a sum of many amounts has no more digits than the
 * longest of them.
 */
export function add(left: Fraction, right: Fraction): Fraction {
  if (left.denominator % right.denominator === 0n) return addTo(left, right)
  if (right.denominator % left.denominator === 0n) return addTo(right, left)
  return {
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  }
}

function addTo({ numerator, denominator }: Fraction, addend: Fraction): Fraction {
  const factor = denominator / addend.denominator
  return { numerator: numerator + addend.numerator * factor, denominator }
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return {
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  }
}

/** Divides one fraction by another, which must not be 0: the parsers of catalogues leave such numbers out. */
export function divide(left: Fraction, right: Fraction): Fraction {
  if (right.numerator === 0n) throw new TypeError('divide: the divisor is 0')
  return {
    numerator: left.numerator * right.denominator,
    denominator: left.denominator * right.numerator,
  }
}

/**
 * Divides a fraction, once: the decimal is exact if its expansion ends within the configured precision, and rounded half to even
 * at the last digit if not.
 */
export function fractionToDecimal(fraction: Fraction): Decimal {
  const { numerator, denominator } = fraction
  if (isLong(numerator) || isLong(denominator)) return divideLong(fraction)
  const [digits, divisor] = [numerator.toString(), denominator.toString()]
  // A power of 10 only moves the point, and most prices are for 10, 100 or 1000.
  if (powerOfTen.test(divisor) && digits.length <= Decimal.precision) {
    return new Decimal(`${digits}e-${divisor.length - 1}`)
  }
  return new Decimal(digits).div(divisor)
}

const powerOfTen = /^10*$/

const longest = 10n ** 200n

function isLong(whole: bigint): boolean {
  return whole > longest || whole < -longest
}

/** Divides without printing the long numbers, which takes longer than to divide out the digits that are kept. */
function divideLong({ numerator, denominator }: Fraction): Decimal {
  const places = Decimal.precision + 5 + digitsOf(denominator) - digitsOf(numerator)
  const scale = 10n ** BigInt(Math.abs(places))
  const dividend = places < 0 ? numerator : numerator * scale
  const divisor = places < 0 ? denominator * scale : denominator
  // A digit behind the last one stands for the rest, so that rounding sees it.
  const rest = dividend % divisor === 0n ? '0' : '1'
  return new Decimal(`${dividend / divisor}${rest}e${-places - 1}`).toSignificantDigits(Decimal.precision)
}

/** Estimates how many digits a whole number has: the right number, or up to two more. */
function digitsOf(whole: bigint): number {
  return Math.ceil(whole.toString(16).length * Math.log10(16))
}

/** Returns the least whole number above 0 that is a multiple of the fraction, or `undefined` if the fraction is 0. */
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

/** Returns the greatest multiple of `step` that is not above the fraction. Denominator and step are above 0. */
export function floorTo({ numerator, denominator }: Fraction, step: bigint): bigint {
  const divisor = denominator * step
  const quotient = numerator / divisor
  return (numerator < 0n && quotient * divisor !== numerator ? quotient - 1n : quotient) * step
}

/** Returns the least multiple of `step` that is not below the fraction. Denominator and step are above 0. */
export function ceilTo({ numerator, denominator }: Fraction, step: bigint): bigint {
  return -floorTo({ numerator: -numerator, denominator }, step)
}
