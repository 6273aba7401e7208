import { Decimal, parseNumeric } from '../money/decimal.ts'

/** A row as it came: strings, numbers, booleans or null, whatever the documents say. */
export type WireRow = Readonly<Record<string, unknown>>

export function isRow(value: unknown): value is WireRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads a wire value as text, which is blank for null, absent, objects and lists. */
export function wireText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return new Decimal(value).toFixed()
  return typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : ''
}

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** Reads a wire value as a number, or returns `undefined` if it is not one. */
export function wireNumber(value: unknown): Decimal | undefined {
  return typeof value === 'boolean' ? undefined : parseNumeric(wireText(value))
}

const truthy: ReadonlySet<string> = new Set(['true', '1', 'yes'])

export function wireFlag(value: unknown): boolean {
  return truthy.has(wireText(value).trim().toLowerCase())
}

const falsy: ReadonlySet<string> = new Set(['false', 'no'])

/** Returns whether a flag is given and false. Null, blank and absent say nothing. */
export function wireSaysNo(value: unknown): boolean {
  return falsy.has(wireText(value).trim().toLowerCase()) || wireNumber(value)?.isZero() === true
}
