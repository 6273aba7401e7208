import { Decimal, parseCatalogueNumber, shortestPlain } from '../money/decimal.ts'

/** A row as it came: strings, numbers, booleans or null, whatever the documents say. */
export type WireRow = Readonly<Record<string, unknown>>

export function isRow(value: unknown): value is WireRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads a wire value as text, which is blank for null, absent, objects and lists. */
export function wireText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') {
    return value > 0 && Number.isSafeInteger(value) ? String(value) : new Decimal(value).toFixed()
  }
  return typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : ''
}

export function isBlank(value: unknown): boolean {
  if (typeof value === 'string' && value.charCodeAt(0) > 32) return false
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** Reads a wire value as a number, or returns `undefined` if it is not one. */
export function wireNumber(value: unknown): Decimal | undefined {
  return typeof value === 'boolean' ? undefined : parseCatalogueNumber(wireText(value))
}

/** Reads a wire value as a number in plain notation as short as it can be, or returns `undefined` if it is not one. */
export function wireDecimal(value: unknown): string | undefined {
  const text = typeof value === 'boolean' ? '' : wireText(value)
  return shortestPlain(text) ?? parseCatalogueNumber(text)?.toFixed()
}

/** Returns whether the text of {@link wireDecimal} is a number below 0. */
export function isBelowZero(decimal: string): boolean {
  return decimal.startsWith('-') && !isZero(decimal)
}

export function isZero(decimal: string): boolean {
  return decimal === '0' || decimal === '-0'
}

const truthy: ReadonlySet<string> = new Set(['true', '1', 'yes'])

export function wireFlag(value: unknown): boolean {
  if (value === '1') return true
  if (value === '0' || value === '' || value === undefined) return false
  return truthy.has(wireText(value).trim().toLowerCase())
}

const falsy: ReadonlySet<string> = new Set(['false', 'no'])

/** Returns whether a flag is given and false. Null, blank and absent say nothing. */
export function wireSaysNo(value: unknown): boolean {
  return falsy.has(wireText(value).trim().toLowerCase()) || wireNumber(value)?.isZero() === true
}
