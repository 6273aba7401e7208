import uFuzzy from '@leeoniya/ufuzzy'
import type { ServiceName } from '../service-name.ts'

/** Longer words are no slip of the finger. */
const longest = 60

/** One letter wrong, missing, too many or in the place of its neighbour; letters of any script. */
const search = new uFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
})

/** How many words are looked for in any order. */
const words = 3

/** More matches are not ranked. */
const most = 1000

/** Returns services that a query finds with one slip in each word, the best match first. */
export function withTypos(names: readonly ServiceName[], query: readonly string[]): readonly ServiceName[] {
  const needle = query.join(' ')
  if (needle.length > longest) return []
  const [found, info, order] = search.search(
    names.map(({ text }) => text),
    needle,
    words,
    most,
  )
  const places = order === null || order === undefined ? found : order.map(index => info?.idx[index] ?? -1)
  return (places ?? []).flatMap(place => names[place] ?? [])
}
