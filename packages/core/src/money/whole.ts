/** A whole number, exact: a `number` if it is a safe integer, else a `bigint`. The two compare with `<` and `>` as numbers do. */
export type Whole = number | bigint

export function whole(value: bigint): Whole {
  return value >= -greatestSafe && value <= greatestSafe ? Number(value) : value
}

const greatestSafe = BigInt(Number.MAX_SAFE_INTEGER)

/** Returns whether a whole number is a multiple of another. Nothing is a multiple of 0. */
export function isMultipleOf(value: Whole, of: Whole): boolean {
  if (typeof value === 'number' && typeof of === 'number') return value % of === 0
  return BigInt(of) !== 0n && BigInt(value) % BigInt(of) === 0n
}

/**
 * Reads a text of 1 to 15 digits as a number, and returns -1 for any other text. Most quantities and values are such texts, and this
 * is several times faster than what reads all of them.
 */
export function shortWhole(text: string): number {
  const { length } = text
  if (length === 0 || length > longestShort) return -1
  let value = 0
  for (let index = 0; index < length; index += 1) {
    const digit = text.charCodeAt(index) - zero
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

const longestShort = 15

const zero = '0'.charCodeAt(0)
