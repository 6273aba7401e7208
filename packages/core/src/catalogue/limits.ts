import type { Excess, Reporter } from './problems.ts'
import { type WireRow, wireText } from './wire.ts'

/**
 * How much of a catalogue is read: far more than a buyer could look through, and little enough to keep and to draw. Anything beyond a
 * limit is left out, with a problem that has the limit and what was found, and the rest is kept. Lengths are in UTF-16 units.
 */
export const catalogueLimits = {
  /** Rows of a catalogue. */
  services: 250_000,
  /** Of a service. */
  tiers: 1000,
  /** Of a service. */
  params: 1000,
  /** Of a param. */
  options: 10_000,
  /** Of a param. */
  rules: 100,
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
  return isWithin('too_many', { limit, found: list.length }, path, reporter) ? list : list.slice(0, limit)
}

/** Returns whether a text that cannot be cut is within its limit, and reports it if not. */
export function isShort(text: string, limit: number, path: string, reporter: Reporter): boolean {
  return isWithin('too_long', { limit, found: text.length }, path, reporter)
}

/** Reads a wire value as text and cuts it to the limit, never through a character. */
export function limitedText(value: unknown, path: string, reporter: Reporter): string {
  const text = wireText(value)
  if (isShort(text, catalogueLimits.textLength, path, reporter)) return text
  return text.slice(0, catalogueLimits.textLength).replace(/[\ud800-\udbff]$/, '')
}

/** Returns the fields of a row that the model has no place for, as far as the limits allow. */
export function extraFields(
  row: WireRow,
  known: ReadonlySet<string>,
  reporter: Reporter,
): Readonly<Record<string, unknown>> {
  const extra = Object.entries(row).filter(([name]) => !known.has(name))
  if (extra.length === 0) return {}
  const read = atMost(extra, catalogueLimits.extraValues, '', reporter).flatMap(([name, value]) => {
    if (!isShort(name, catalogueLimits.nameLength, '', reporter)) return []
    if (typeof value === 'string') return [[name, limitedText(value, name, reporter)] as const]
    return isModest(value, name, reporter) ? [[name, value] as const] : []
  })
  return Object.fromEntries(read)
}

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
