import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The one promise about digits. An amount whose decimal expansion ends within 40 significant digits is exact; any other is right to
 * at least 30.
 */
export const promisedDigits = { exact: 40, right: 30 } as const

/**
 * The one configured decimal of the project. Its precision is the working precision, which keeps the promise of
 * {@link promisedDigits} with digits to spare. The exponent bounds keep `toString` out of exponent notation, should somebody print
 * with it instead of `toFixed`.
 */
export const Decimal: typeof DecimalJs = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})

export type Decimal = DecimalJs

/**
 * Returns units ÷ 10^places, `units` a safe integer. It is what `new Decimal` makes of the number's text, without writing a text and
 * reading it again: the words of 7 digits that decimal.js documents as `d`, the first of them above 0, the last too.
 */
export function decimalOf(units: number, places: number): Decimal {
  if (places === 0 || units === 0) return new Decimal(units)
  const left = Math.abs(units)
  let digits = 0
  for (let power = 1; power <= left; power *= 10) digits += 1
  // So many digits of the last word stand before its end; the others are 0.
  const size = places % wordDigits || wordDigits
  const above = Math.floor(left / 10 ** size)
  const low = (left - above * 10 ** size) * 10 ** (wordDigits - size)
  const high = Math.floor(above / word)
  if (high >= word) return new Decimal(`${units}e-${places}`)
  const d = trimmed(high, above - high * word, low)
  // A Decimal of another copy of decimal.js is taken by these four fields.
  return new Decimal({
    toStringTag: '[object Decimal]',
    s: units < 0 ? -1 : 1,
    e: digits - places - 1,
    d,
  } as unknown as Decimal)
}

const wordDigits = 7

const word = 10 ** wordDigits

function trimmed(high: number, middle: number, low: number): number[] {
  if (high === 0) {
    if (middle === 0) return [low]
    return low === 0 ? [middle] : [middle, low]
  }
  if (low !== 0) return [high, middle, low]
  return middle === 0 ? [high] : [high, middle]
}

/**
 * Parses a number of a catalogue: an optional sign, digits, an optional fraction and exponent, white space around it. Returns
 * `undefined` for any other text. Unlike decimal.js it takes no `NaN`, `Infinity` or `0x1f`, no exponent beyond ±1000 and no more
 * than 1,000 characters.
 *
 * @example
 * ```ts
 * parseNumeric(' 2.5e-3 ')?.toFixed() // '0.0025'
 * parseNumeric('0x1f') // undefined
 * ```
 */
export function parseNumeric(text: string): Decimal | undefined {
  const trimmed = text.trim()
  if (trimmed.length > longestNumeric) return undefined
  const match = numeric.exec(trimmed)
  if (match === null) return undefined
  if (new Decimal(match[1] ?? '0').abs().gt(maxExponent)) return undefined
  return new Decimal(trimmed)
}

/**
 * Parses a number of a catalogue that is calculated with, as {@link parseNumeric} does. Returns `undefined` also if it has more than 100
 * digits before the point or behind it: prices have about twenty, and with each price modifier a total grows by as many digits as the
 * modifier's numbers have.
 */
export function parseCatalogueNumber(text: string): Decimal | undefined {
  const value = parseNumeric(text)
  if (value === undefined) return undefined
  return value.e < mostDigits && value.decimalPlaces() <= mostDigits ? value : undefined
}

/** As `catalogueLimits.numberDigits` says. */
const mostDigits = 100

/**
 * Returns a short text of digits with at most one point inside as `parseNumeric(text)?.toFixed()` gives it: without zeros that say
 * nothing. Returns `undefined` for any other text, which may be a number all the same. Most numbers of catalogues are such texts, and
 * this takes no `Decimal` to print them.
 */
export function shortestPlain(text: string): string | undefined {
  const { length } = text
  if (length === 0 || length > longestShort) return undefined
  let point = length
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= zero && code <= nine) continue
    if (code !== pointCode || point !== length) return undefined
    point = index
  }
  const isPadded = point > 1 && text.charCodeAt(0) === zero
  if (isPadded || point === 0 || point === length - 1) return undefined
  if (point === length) return text
  let end = length
  while (text.charCodeAt(end - 1) === zero) end -= 1
  return text.slice(0, end - 1 === point ? point : end)
}

const longestShort = 40

const zero = '0'.charCodeAt(0)

const nine = '9'.charCodeAt(0)

const pointCode = '.'.charCodeAt(0)

/**
 * Parses a number of a buyer: an optional sign, digits and an optional fraction, white space around it. Returns `undefined` for any
 * other text. It takes no exponent and no thousands separator, since `1e3` and `1,000` are more often a slip than a wish, and no
 * more than 2,010 characters, enough for every number of a catalogue.
 *
 * @example
 * ```ts
 * parseDecimal(' 2.50 ')?.toFixed() // '2.5'
 * parseDecimal('1e3') // undefined
 * ```
 */
export function parseDecimal(text: string): Decimal | undefined {
  const trimmed = text.trim()
  return trimmed.length <= longestDecimal && plain.test(trimmed) ? new Decimal(trimmed) : undefined
}

const numeric = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?$/

const plain = /^[+-]?\d+(?:\.\d+)?$/

/** A greater exponent would blow a short text up to megabytes of digits; no price or count comes near it. */
const maxExponent = 1000

/** The longest number of a catalogue, in characters; a longer one is an attack on whoever calculates with it. */
const longestNumeric = 1000

/** The longest number of a buyer: as long as anything that {@link parseNumeric} reads, in plain notation. */
const longestDecimal = longestNumeric + maxExponent + 10
