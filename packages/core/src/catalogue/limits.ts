import type { Excess, Reporter } from './problems.ts'
import { type WireRow, wireText } from './wire.ts'

/**
 * How much of a catalogue is read: far more than a buyer could look through, and little enough to keep and to draw. Anything beyond a
 * limit is left out, with a problem that has the limit and what was found, and the rest is kept. Lengths are in UTF-16 units.
 */
export const catalogueLimits = {
  /** Rows of a catalogue. */
  services: 250_000,
  /** Characters of a row in a catalogue that is read as it comes. A longer row is left out, since it cannot be read in parts. */
  rowLength: 1_000_000,
  /** Of a service. */
  tiers: 1000,
  /** Of a service. */
  params: 1000,
  /** Of a service. The param of one more is kept, and does not change the price. */
  modifiers: 100,
  /** Of a param. */
  options: 10_000,
  /** Of a param. */
  rules: 100,
  /** Of a number before the point, and behind it. A longer one is no number. */
  numberDigits: 100,
  /** Of a service id or a field's name. A longer one cannot be cut, so its service, param or field is left out. */
  nameLength: 200,
  /** Of any other text, which is cut. An option's value cannot be cut: the option is left out. */
  textLength: 20_000,
  /** Values in a field that the model has no place for, or such fields of a row. */
  extraValues: 1000,
} as const

/** Cuts a list to its limit, and reports that. */
export function atMost<Item>(
  list: readonly Item[],
  limit: number,
  path: string,
  reporter: Reporter,
): readonly Item[] {
  if (list.length <= limit) return list
  return isWithin('too_many', { limit, found: list.length }, path, reporter) ? list : list.slice(0, limit)
}

/**
 * Returns the path of a field, such as `params[1].field_name`. What contains it is handed on as a function, since a path is wanted only to
 * report a defect.
 */
export function pathOf(field: string, within: (() => string) | undefined): string {
  return within === undefined ? field : `${within()}.${field}`
}

/** Returns whether a text that cannot be cut is within its limit, and reports it if not. */
export function isShort(
  text: string,
  limit: number,
  reporter: Reporter,
  field: string,
  within?: () => string,
): boolean {
  if (text.length <= limit) return true
  return isWithin('too_long', { limit, found: text.length }, pathOf(field, within), reporter)
}

/** Reads a wire value as text and cuts it to the limit, never through a character. */
export function limitedText(
  value: unknown,
  reporter: Reporter,
  field: string,
  within?: () => string,
): string {
  const text = wireText(value)
  if (isShort(text, catalogueLimits.textLength, reporter, field, within)) return text
  return text.slice(0, catalogueLimits.textLength).replace(/[\ud800-\udbff]$/, '')
}

/** Returns the fields of a row that the model has no place for, as far as the limits allow. */
export function extraFields(
  row: WireRow,
  known: ReadonlySet<string>,
  reporter: Reporter,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(row).filter(name => !known.has(name))
  if (names.length === 0) return nothing
  const extra: (readonly [string, unknown])[] = []
  for (const name of atMost(names, catalogueLimits.extraValues, '', reporter)) {
    const value = row[name]
    if (!isShort(name, catalogueLimits.nameLength, reporter, '')) continue
    if (typeof value === 'string') extra.push([name, limitedText(value, reporter, name)])
    else if (isModest(value, name, reporter)) extra.push([name, value])
  }
  return Object.fromEntries(extra)
}

/** Shared by the many rows that have no other fields. */
const nothing: Readonly<Record<string, unknown>> = {}

/** Returns whether a value holds few values and short texts, however deep. One nested too deep could be neither stored nor cloned. */
function isModest(value: unknown, path: string, reporter: Reporter): boolean {
  if (typeof value !== 'object' || value === null) return true
  const { extraValues, textLength } = catalogueLimits
  let found = 0
  let longest = 0
  // It grows while it is walked: without recursion, and with an end even if a value holds itself.
  const containers = new Set<object>([value])
  for (const container of containers) {
    for (const [name, item] of Object.entries(container)) {
      found += 1
      longest = Math.max(longest, name.length, typeof item === 'string' ? item.length : 0)
      if (typeof item === 'object' && item !== null) containers.add(item)
    }
  }
  const isFew = isWithin('too_many', { limit: extraValues, found }, path, reporter)
  return isWithin('too_long', { limit: textLength, found: longest }, path, reporter) && isFew
}

function isWithin(code: 'too_many' | 'too_long', excess: Excess, path: string, reporter: Reporter): boolean {
  if (excess.found > excess.limit) reporter.report(code, path, excess)
  return excess.found <= excess.limit
}
