import { type Decimal, parseDecimal } from './decimal.ts'

/**
 * Reads an argument that must be a decimal string in plain notation.
 *
 * @throws {TypeError} naming `what` and what was given, for anything else.
 */
export function decimalArgument(value: unknown, what: string): Decimal {
  const decimal = typeof value === 'string' ? parseDecimal(value) : undefined
  if (decimal !== undefined) return decimal
  throw new TypeError(`${what} must be a decimal string such as '12.5', was given ${given(value)}`)
}

/** Describes an argument that was given, for the message of an error. A long text is cut. */
export function given(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? `'${value.slice(0, 40)}…'` : `'${value}'`
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object' && value !== null) return 'an object'
  return value === null || value === undefined ? String(value) : `a ${typeof value}`
}
