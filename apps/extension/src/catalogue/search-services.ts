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

/** Nobody types on beyond it, and what is pasted may be a book. */
const longestQuery = 200

/**
 * Returns the services whose id, name and category hold every word of the query. The one with that very id comes
 * first.
 */
export function searchServices(index: SearchIndex, query: string, limit: number): SearchResult {
  const words = folded(query.slice(0, longestQuery))
    .split(/\s+/)
    .filter(word => word !== '')
  const matches = index.entries
    .filter(({ text }) => words.every(word => text.includes(word)))
    .map(({ service }) => service)
  const id = query.slice(0, longestQuery).trim().replace(/^#/, '')
  const exact = matches.filter(service => service.id === id)
  const ordered = exact.length === 0 ? matches : [...exact, ...matches.filter(service => service.id !== id)]
  return { services: ordered.slice(0, limit), count: matches.length }
}

/** Returns a text without what does not matter to someone who searches: case, accents, what cannot be seen. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}#]+/gu, '')
    .toLowerCase()
    .replace(/[łøđðħŧıßæœþŋς]/g, letter => letters.get(letter) ?? letter)
}

/** Letters that are no other letter with a mark to Unicode, by what is typed for them on a keyboard without. */
const letters: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ŋ', 'n'],
  ['ς', 'σ'],
])
