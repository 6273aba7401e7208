import { catalogueLimits } from '../catalogue/limits.ts'
import type { UpstreamKind } from '../catalogue/service.ts'
import { isRow, type WireRow, wireText } from '../catalogue/wire.ts'
import { parseNumeric } from '../money/decimal.ts'
import { parseRules } from '../rules/parse-rules.ts'
import type { Finding } from './lint-services.ts'

/** A number of a row: `1.000` is a count of a thousand to some, but a price of one to many. */
interface PlacedNumber {
  readonly path: string
  readonly value: unknown
  readonly kind: 'count' | 'price'
}

/**
 * Returns the numbers of a row that are written as in another country: with a comma before the decimals, with something between the
 * thousands, or in digits of another script. The parser either cannot read them, or reads `1.000` as 1. A price of `1.000` is not
 * reported if the catalogue prints prices with three decimals.
 */
export function lintNumbers(
  row: WireRow,
  { upstream, isOfThousandths }: { readonly upstream: UpstreamKind; readonly isOfThousandths: boolean },
): readonly Finding[] {
  const grouped = { count: thousands, price: isOfThousandths ? undefined : wholeThousands }
  return numbersOf(upstream, row).flatMap(({ path, value, kind }): readonly Finding[] =>
    typeof value === 'string' && isSuspicious(value, grouped[kind])
      ? [{ code: 'suspicious_number', path, value }]
      : [],
  )
}

/** Returns whether a catalogue has a price such as `0.125`, in which the point can only stand before decimals. */
export function printsThousandths(upstream: UpstreamKind, rows: readonly WireRow[]): boolean {
  return rows.some(row =>
    numbersOf(upstream, row).some(
      ({ value, kind }) => kind === 'price' && /^\s*0\.\d{3}\s*$/.test(wireText(value)),
    ),
  )
}

function numbersOf(upstream: UpstreamKind, row: WireRow): readonly PlacedNumber[] {
  if (upstream === 'panel') return placedNumbers(row, '', { rate: 'price', min: 'count', max: 'count' })
  return [
    ...placedNumbers(row, '', { amount_minimum: 'count', amount_increment: 'count', drip_cost: 'price' }),
    ...rowsIn(row.prices, 'prices', catalogueLimits.tiers).flatMap(({ path, row: price }) =>
      placedNumbers(price, `${path}.`, tierNumbers),
    ),
    ...rowsIn(row.params, 'params', catalogueLimits.params).flatMap(({ path, row: param }) => [
      ...placedNumbers(param, `${path}.`, { modify_every: 'count', modify_by: 'price' }),
      ...ruleNumbers(param.field_validators, `${path}.field_validators`),
    ]),
  ]
}

const tierNumbers = { minimum: 'count', maximum: 'count', pricing_per: 'count', price: 'price' } as const

function placedNumbers(
  row: WireRow,
  prefix: string,
  kinds: Readonly<Record<string, PlacedNumber['kind']>>,
): readonly PlacedNumber[] {
  return Object.entries(kinds).map(([name, kind]) => ({ path: `${prefix}${name}`, value: row[name], kind }))
}

/** Returns the numbers of the rules that cannot be judged, since theirs is no integer. */
function ruleNumbers(validators: unknown, path: string): readonly PlacedNumber[] {
  const written = wireText(validators).split('|').slice(0, catalogueLimits.rules).join('|')
  return parseRules(written).defects.map(({ text }) => ({
    path,
    value: text.slice(text.indexOf(':') + 1),
    kind: 'count',
  }))
}

/** Returns the rows of a list with their paths, as many as are read. */
export function rowsIn(
  list: unknown,
  name: string,
  limit: number,
): readonly { readonly path: string; readonly row: WireRow }[] {
  if (!Array.isArray(list)) return []
  return list
    .slice(0, limit)
    .flatMap((row, index) => (isRow(row) ? [{ path: `${name}[${index}]`, row }] : []))
}

/** A longer text is no number that a person wrote. */
const longest = 50

function isSuspicious(value: string, grouped: RegExp | undefined): boolean {
  const text = value.trim()
  if (text.length > longest || !writtenByPeople.test(text) || !/\p{Nd}/u.test(text)) return false
  return parseNumeric(text) === undefined || grouped?.test(text) === true
}

/** Digits of any script, and what countries put between them. */
const writtenByPeople = /^[+-]?[\p{Nd}.,'’\u066b\u066c_\s]+$/u

/** A count has no decimals, least of all three. */
const thousands = /^[+-]?[1-9]\d{0,2}\.\d{3}$/

const wholeThousands = /^[+-]?[1-9]\d{0,2}\.000$/
