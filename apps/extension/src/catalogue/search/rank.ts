import { folded, type ServiceName } from '../service-name.ts'

/**
 * Returns services that match some words, the best first: the one with that very id, those whose name begins with the query, those in whose name
 * every word begins a word, and the rest, each in the order of the catalogue. `words` are folded.
 */
export function ranked(services: readonly ServiceName[], words: readonly string[]): readonly ServiceName[] {
  if (words.length === 0) return services
  const groups: ServiceName[][] = [[], [], [], []]
  for (const service of services) groups[rankOf(service, words)]?.push(service)
  return groups.flat()
}

function rankOf({ id, name }: ServiceName, words: readonly string[]): 0 | 1 | 2 | 3 {
  if (words.length === 1 && folded(id) === words[0]) return 0
  const text = folded(name)
  if (text.startsWith(words.join(' '))) return 1
  return words.every(word => text.startsWith(word) || text.includes(` ${word}`)) ? 2 : 3
}

/** A piece of a text, and whether it is what was searched for. */
export interface MarkedPart {
  readonly text: string
  readonly isMatch: boolean
}

/**
 * Returns a name in parts, those that the words of a query found marked. Only letters that fold to as many are marked.
 *
 * @example
 * ```ts
 * marked('Steady views', ['view']) // [{ text: 'Steady ', isMatch: false }, { text: 'view', isMatch: true }, …]
 * ```
 */
export function marked(name: string, words: readonly string[]): readonly MarkedPart[] {
  const text = folded(name)
  if (words.length === 0 || text.length !== name.length) return [{ text: name, isMatch: false }]
  const isMatch = new Array<boolean>(name.length).fill(false)
  for (const word of words) {
    const start = word === '' ? -1 : text.indexOf(word)
    if (start >= 0) isMatch.fill(true, start, start + word.length)
  }
  const parts: { text: string; isMatch: boolean }[] = []
  for (const [index, is] of isMatch.entries()) {
    const last = parts.at(-1)
    if (last?.isMatch === is) last.text += name[index] ?? ''
    else parts.push({ text: name[index] ?? '', isMatch: is })
  }
  return parts
}
