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
