import { Decimal, parseDecimal } from '@orderwright/core'
import { folded, type ServiceName } from '../service-name.ts'
import { ranked } from './rank.ts'

export interface SearchResult {
  /** At most `limit` of them. */
  readonly services: readonly ServiceName[]
  /** How many match. */
  readonly count: number
}

/** By how well they match, or by what 1,000 cost, the cheapest first. */
export type SearchOrder = 'match' | 'price'

interface SearchOptions {
  readonly limit: number
  readonly order?: SearchOrder
  /** The ids of those that come first while nothing is searched for. */
  readonly recent?: readonly string[]
  /** Finds services by words with a letter wrong, asked if no service has all of the words. */
  readonly withTypos?:
    | ((names: readonly ServiceName[], words: readonly string[]) => readonly ServiceName[])
    | undefined
}

/** Nobody types on beyond it, and what is pasted may be a book. */
const longestQuery = 200

/**
 * Returns the words of a query, folded.
 *
 * @example
 * ```ts
 * queryWords('#12 Views') // ['12', 'views']
 * ```
 */
export function queryWords(query: string): readonly string[] {
  return folded(query.slice(0, longestQuery))
    .split(/\s+/)
    .filter(word => word !== '')
}

/** Returns the services whose id, name and category hold every word of the query, the best match first. */
export function searchServices(
  names: readonly ServiceName[],
  query: string,
  options: SearchOptions,
): SearchResult {
  const { limit, order = 'match', recent = [], withTypos } = options
  const words = queryWords(query)
  const sorted = order === 'price' ? byPrice(names) : names
  if (words.length === 0) {
    const services = order === 'match' ? withRecentFirst(sorted, recent) : sorted
    return { services: services.slice(0, limit), count: services.length }
  }
  const exact = sorted.filter(({ text }) => words.every(word => text.includes(word)))
  const matches = exact.length === 0 && withTypos !== undefined ? withTypos(names, words) : exact
  const services = order === 'match' && matches === exact ? ranked(matches, words) : matches
  return { services: services.slice(0, limit), count: matches.length }
}

function withRecentFirst(names: readonly ServiceName[], recent: readonly string[]): readonly ServiceName[] {
  if (recent.length === 0) return names
  const first = recent.flatMap(id => names.find(service => service.id === id) ?? [])
  return [...first, ...names.filter(service => !first.includes(service))]
}

/** Of each catalogue that was sorted: 10,000 prices take a while to compare. */
const sortedByPrice = new WeakMap<readonly ServiceName[], readonly ServiceName[]>()

function byPrice(names: readonly ServiceName[]): readonly ServiceName[] {
  const known = sortedByPrice.get(names)
  if (known !== undefined) return known
  const priced = names.map(service => ({ service, price: priceOf1000(service) }))
  // What is priced as a whole has no price for 1,000, and comes last.
  const sorted = priced
    .toSorted((one, other) => {
      if (one.price === undefined || other.price === undefined)
        return Number(one.price === undefined) - Number(other.price === undefined)
      return one.price.comparedTo(other.price)
    })
    .map(({ service }) => service)
  sortedByPrice.set(names, sorted)
  return sorted
}

/** Returns what 1,000 of a service cost at its lowest price, or `undefined` if it is priced as a whole. */
export function priceOf1000({ price: { amount, per } }: ServiceName): Decimal | undefined {
  const pieces = per === undefined ? undefined : parseDecimal(per)
  return pieces && (parseDecimal(amount) ?? new Decimal(0)).times(1000).div(pieces)
}
