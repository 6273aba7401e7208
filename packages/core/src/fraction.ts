import { Decimal } from './decimal.ts'

/** An exact rational number: sums and products round nothing; `fractionToDecimal` divides, once. */
export interface Fraction {
  readonly numerator: bigint
  /** Never 0. */
  readonly denominator: bigint
}

/** The fraction of a decimal or of its text in plain notation. */
export function fraction(value: Decimal | string): Fraction {
  const decimal = new Decimal(value)
  const places = decimal.decimalPlaces()
  const digits = decimal.toFixed(places).replace('.', '')
  return { numerator: BigInt(digits), denominator: 10n ** BigInt(places) }
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
export function fractionToDecimal(value: Fraction): Decimal {
  return new Decimal(value.numerator.toString()).div(value.denominator.toString())
}
