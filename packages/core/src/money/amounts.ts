/**
 * Adds two amounts: plain decimal texts of any length, such as balances and charges. The sum is exact, however many digits it
 * has, and in its shortest plain notation.
 *
 * @example
 * ```ts
 * addAmounts('34.21', '0.790') // '35'
 * ```
 */
export function addAmounts(one: string, other: string): string {
  return combine(one, other, (a, b) => a + b)
}

/**
 * Subtracts the second amount from the first, as exactly as {@link addAmounts} adds.
 *
 * @example
 * ```ts
 * subtractAmounts('0.1', '0.3') // '-0.2'
 * ```
 */
export function subtractAmounts(one: string, other: string): string {
  return combine(one, other, (a, b) => a - b)
}

/**
 * Compares two amounts: -1, 0 or 1 as the first is less than, equal to or greater than the second.
 *
 * @example
 * ```ts
 * compareAmounts('0.5', '0.50') // 0
 * ```
 */
export function compareAmounts(one: string, other: string): -1 | 0 | 1 {
  const difference = subtractAmounts(one, other)
  if (difference === '0') return 0
  return difference.startsWith('-') ? -1 : 1
}

/**
 * Returns a text as an amount in its shortest plain notation.
 *
 * @throws {RangeError} naming `what`, for anything but a plain decimal from 0.
 *
 * @example
 * ```ts
 * amount('34.210', 'funds') // '34.21'
 * ```
 */
export function amount(text: string, what: string): string {
  if (!/^\d+(\.\d+)?$/.test(text)) {
    throw new RangeError(`${what} must be a decimal from 0 such as '34.21', was given '${text}'`)
  }
  return addAmounts(text, '0')
}

function combine(one: string, other: string, operation: (a: bigint, b: bigint) => bigint): string {
  const scale = Math.max(placesOf(one), placesOf(other))
  return print(operation(scaled(one, scale), scaled(other, scale)), scale)
}

function placesOf(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

function scaled(text: string, scale: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(scale - placesOf(text)))
}

function print(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : ''
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return sign + whole + (fraction === '' ? '' : `.${fraction}`)
}
