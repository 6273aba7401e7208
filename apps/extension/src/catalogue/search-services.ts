import type { Service } from '@orderwright/core'

/** A catalogue ready to be searched; made once, since folding 10,000 names on each key would be felt. */
export interface SearchIndex {
  readonly entries: readonly { readonly service: Service; readonly text: string }[]
}

export interface SearchResult {
  /** At most `limit` of them. */
  readonly services: readonly Service[]
  /** How many match. */
  readonly count: number
}

export function searchIndex(services: readonly Service[]): SearchIndex {
  return {
    entries: services.map(service => ({
      service,
      text: folded(`${service.id} ${service.name} ${service.category}`),
    })),
  }
}

/** The services whose id, name and category hold every word of the query; the one with that very id comes first. */
export function searchServices(index: SearchIndex, query: string, limit: number): SearchResult {
  const words = folded(query)
    .split(/\s+/)
    .filter(word => word !== '')
  const matches = index.entries
    .filter(({ text }) => words.every(word => text.includes(word)))
    .map(({ service }) => service)
  const id = query.trim().replace(/^#/, '')
  const exact = matches.filter(service => service.id === id)
  const ordered = exact.length === 0 ? matches : [...exact, ...matches.filter(service => service.id !== id)]
  return { services: ordered.slice(0, limit), count: matches.length }
}

/** Case and accents do not matter to someone who searches. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}#]/gu, '')
    .toLowerCase()
}
