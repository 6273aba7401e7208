import { folded, type ServiceName } from './service-name.ts'

export interface SearchResult {
  /** At most `limit` of them. */
  readonly services: readonly ServiceName[]
  /** How many match. */
  readonly count: number
}

/** Nobody types on beyond it, and what is pasted may be a book. */
const longestQuery = 200

/**
 * Returns the services whose id, name and category hold every word of the query. The one with that very id comes
 * first.
 */
export function searchServices(names: readonly ServiceName[], query: string, limit: number): SearchResult {
  const words = folded(query.slice(0, longestQuery))
    .split(/\s+/)
    .filter(word => word !== '')
  const matches =
    words.length === 0 ? names : names.filter(({ text }) => words.every(word => text.includes(word)))
  const id = query.slice(0, longestQuery).trim().replace(/^#/, '')
  const exact = matches.filter(service => service.id === id)
  const ordered = exact.length === 0 ? matches : [...exact, ...matches.filter(service => service.id !== id)]
  return { services: ordered.slice(0, limit), count: matches.length }
}
