import { Decimal } from './decimal.ts'

const numeric = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?\s*$/
const plain = /^[+-]?\d+(?:\.\d+)?$/

/** An exponent beyond it would blow a short text up to megabytes of digits; no price or count comes near. */
const maxExponent = 1000

/**
 * A number of a catalogue, or `undefined` where the text is none: an optional sign, digits, an optional
 * fraction and exponent, white space around. Unlike decimal.js it takes no `NaN`, `Infinity`, `0x1f`, and no
 * exponent beyond ±1000.
 */
export function parseNumeric(text: string): Decimal | undefined {
  const match = numeric.exec(text)
  if (match === null) return undefined
  if (new Decimal(match[1] ?? '0').abs().gt(maxExponent)) return undefined
  return new Decimal(text.trim())
}

/**
 * A number of a buyer, or `undefined`: an optional sign, digits and an optional fraction, white space around.
 * No exponent and no thousands separator: `1e3` and `1,000` are more often a slip than a wish.
 *
 * @example
 * ```ts
 * parseDecimal(' 2.50 ')?.toFixed() // '2.5'
 * parseDecimal('1e3') // undefined
 * ```
 */
export function parseDecimal(text: string): Decimal | undefined {
  const trimmed = text.trim()
  return plain.test(trimmed) ? new Decimal(trimmed) : undefined
}
