import { type Decimal, decimalOf } from './decimal.ts'
import { add, divide, type Fraction, fraction, fractionToDecimal, multiply } from './fraction.ts'
import { shortWhole, type Whole } from './whole.ts'

/**
 * An exact rational number that is fast as long as it is short: units ÷ (10^places × rest), all three safe integers. If one would not
 * be safe, the number is a fraction of bigints, and stays exact.
 */
export interface Exact {
  readonly units: number
  readonly places: number
  /** Above 0, and no multiple of 2 or 5: what a decimal cannot say. Mostly 1. */
  readonly rest: number
  /** The number, if it is not short; then the other fields say nothing. */
  readonly long: Fraction | undefined
}

/** Returns a fraction as it is fast to calculate with. */
export function exact(value: Fraction): Exact {
  if (isTooLong(value.numerator) || isTooLong(value.denominator)) return ofFraction(value)
  const negative = value.denominator < 0n
  const divisor = greatestCommonDivisor(value.numerator, value.denominator)
  let rest = (negative ? -value.denominator : value.denominator) / divisor
  let units = (negative ? -value.numerator : value.numerator) / divisor
  let places = 0
  while (rest % 10n === 0n || rest % 5n === 0n || rest % 2n === 0n) {
    const factor = rest % 10n === 0n ? 10n : rest % 5n === 0n ? 5n : 2n
    rest /= factor
    units *= 10n / factor
    places += 1
  }
  return short(Number(units), places, Number(rest)) ?? ofFraction(value)
}

/** Returns a whole number as it is fast to calculate with. */
export function exactWhole(value: Whole): Exact {
  return typeof value === 'number'
    ? { units: value, places: 0, rest: 1, long: undefined }
    : ofFraction({ numerator: value, denominator: 1n })
}

/**
 * Reads the text of a decimal in plain notation.
 *
 * @throws {TypeError} if the text is none.
 */
export function parseExact(text: string): Exact {
  return shortExact(text) ?? exact(fraction(text))
}

/** Reads a text of digits with at most one point inside, if it is short; `undefined` says nothing about any other text. */
export function shortExact(text: string): Exact | undefined {
  const point = text.indexOf('.')
  if (point === -1) {
    const units = shortWhole(text)
    return units === -1 ? undefined : { units, places: 0, rest: 1, long: undefined }
  }
  const whole = shortWhole(text.slice(0, point))
  const part = shortWhole(text.slice(point + 1))
  if (whole === -1 || part === -1) return undefined
  const places = text.length - point - 1
  return short(whole * (powers[places] ?? Number.NaN) + part, places, 1)
}

/** Divides two decimals in plain notation. The divisor is not 0; mostly it is a power of 10, which only moves the point. */
export function quotient(left: string, right: string): Exact {
  const [dividend, divisor] = [shortExact(left), shortExact(right)]
  const exponent = divisor === undefined ? -1 : powers.indexOf(divisor.units)
  if (dividend !== undefined && divisor !== undefined && exponent >= divisor.places) {
    const moved = short(dividend.units, dividend.places + exponent - divisor.places, 1)
    if (moved !== undefined) return moved
  }
  return exact(divide(fraction(left), fraction(right)))
}

export function times(left: Exact, right: Exact): Exact {
  if (left.long === undefined && right.long === undefined) {
    const product = short(left.units * right.units, left.places + right.places, left.rest * right.rest)
    if (product !== undefined) return product
  }
  return ofFraction(multiply(toFraction(left), toFraction(right)))
}

export function plus(left: Exact, right: Exact): Exact {
  const sum = left.long === undefined && right.long === undefined ? shortSum(left, right) : undefined
  return sum ?? ofFraction(add(toFraction(left), toFraction(right)))
}

function shortSum(left: Exact, right: Exact): Exact | undefined {
  const places = Math.max(left.places, right.places)
  const isAlike = left.rest === right.rest
  const one = scaled(left, places, isAlike ? 1 : right.rest)
  const other = scaled(right, places, isAlike ? 1 : left.rest)
  // NaN where a term is not safe, as the sum of two such need not be.
  return short(one + other, places, isAlike ? left.rest : left.rest * right.rest)
}

function scaled({ units, places }: Exact, toPlaces: number, factor: number): number {
  const value = units * (powers[toPlaces - places] ?? Number.NaN) * factor
  return isSafe(value) ? value : Number.NaN
}

export function isNegative({ units, long }: Exact): boolean {
  if (long === undefined) return units < 0
  return long.numerator !== 0n && long.numerator < 0n !== long.denominator < 0n
}

/** Divides once, as `fractionToDecimal` does. */
export function exactToDecimal(value: Exact): Decimal {
  const units = unitsOf(value)
  return units === undefined ? fractionToDecimal(toFraction(value)) : decimalOf(units, value.places)
}

/** Prints the same decimal in plain notation. */
export function printExact(value: Exact): string {
  const units = unitsOf(value)
  return units === undefined ? fractionToDecimal(toFraction(value)).toFixed() : print(units, value.places)
}

/** Returns the units of a short number without `rest`, or `undefined` if it is not a decimal of so many places. */
function unitsOf({ units, rest, long }: Exact): number | undefined {
  if (long !== undefined) return undefined
  if (rest === 1) return units
  return units % rest === 0 ? units / rest : undefined
}

function print(units: number, places: number): string {
  if (places === 0 || units === 0) return String(units)
  const digits = String(Math.abs(units)).padStart(places + 1, '0')
  let end = digits.length
  const point = end - places
  while (end > point && digits.charCodeAt(end - 1) === zero) end -= 1
  const whole = `${units < 0 ? '-' : ''}${digits.slice(0, point)}`
  return end === point ? whole : `${whole}.${digits.slice(point, end)}`
}

const zero = '0'.charCodeAt(0)

export function toFraction({ units, places, rest, long }: Exact): Fraction {
  return long ?? { numerator: BigInt(units), denominator: 10n ** BigInt(places) * BigInt(rest) }
}

function ofFraction(long: Fraction): Exact {
  return { units: 0, places: 0, rest: 1, long }
}

function short(units: number, places: number, rest: number): Exact | undefined {
  if (!isSafe(units) || !isSafe(rest) || places >= powers.length) return undefined
  // Adding 0 makes a 0 of -0.
  return { units: units + 0, places, rest, long: undefined }
}

/** Also says no to NaN. A product that is not safe is never rounded to one that is. */
function isSafe(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER
}

/** The powers of 10 that a number holds exactly. */
const powers: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/** No number of so many digits is short, and to cancel a fraction of long ones takes longer than to calculate with it. */
const longest = 10n ** 60n

function isTooLong(value: bigint): boolean {
  return value > longest || value < -longest
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
