/**
 * Sums of money as decimal texts, exact whatever their length: a charge may have 60 digits, and a balance less
 * that charge has more than any fixed precision holds. Only sums are needed here; prices are the core's.
 */
export function addAmounts(one: string, other: string): string {
  return combine(one, other, (a, b) => a + b)
}

export function subtractAmounts(one: string, other: string): string {
  return combine(one, other, (a, b) => a - b)
}

/** Below 0, 0 or above 0 as the first amount is less than, equal to or more than the other. */
export function compareAmounts(one: string, other: string): -1 | 0 | 1 {
  const difference = subtractAmounts(one, other)
  if (difference === '0') return 0
  return difference.startsWith('-') ? -1 : 1
}

/**
 * The text as an amount in its shortest plain notation (`34.210` is `34.21`).
 * @throws RangeError naming `what`, for anything but a plain decimal from 0
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
