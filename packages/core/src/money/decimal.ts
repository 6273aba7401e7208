import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The one configured decimal of the project. 60 significant digits hold every total whose expansion ends
 * within 40 exactly, and leave the others right far beyond the 30 that are promised. The exponent bounds keep
 * `toString` out of exponent notation, should somebody print with it instead of `toFixed`.
 */
export const Decimal: typeof DecimalJs = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})

export type Decimal = DecimalJs

/**
 * A number of a catalogue, or `undefined` where the text is none: an optional sign, digits, an optional
 * fraction and exponent, white space around. Unlike decimal.js it takes no `NaN`, `Infinity`, `0x1f`, no
 * exponent beyond ±1000 and no more than 1,000 characters.
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
 * A number of a buyer, or `undefined`: an optional sign, digits and an optional fraction, white space around.
 * No exponent and no thousands separator: `1e3` and `1,000` are more often a slip than a wish. No more than 2,010
 * characters, which hold every number that a catalogue can have.
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

/** An exponent beyond it would blow a short text up to megabytes of digits; no price or count comes near. */
const maxExponent = 1000

/** The longest number of a catalogue, in characters: what is longer is an attack on whoever counts with it. */
const longestNumeric = 1000

/** The longest number of a buyer: whatever {@link parseNumeric} gives, in plain notation. */
const longestDecimal = longestNumeric + maxExponent + 10
