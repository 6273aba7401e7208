import { readFileSync } from 'node:fs'
import type { UpstreamKind } from '@orderwright/core'
import { catalogueKind } from '../command/catalogue-kind.ts'
import { decodeText } from '../http/decode-text.ts'

/**
 * The texts of saved services answers, by the API that each is of.
 * @throws RangeError with a sentence for a file that cannot be read, is no catalogue, or is the second of its API
 */
export function loadCatalogues(paths: readonly string[]): Readonly<Partial<Record<UpstreamKind, string>>> {
  const catalogues: Partial<Record<UpstreamKind, string>> = {}
  for (const path of paths) {
    const text = read(path)
    const kind = catalogueKind(text)
    if (!kind.ok) throw new RangeError(`${path} ${kind.sentence}`)
    if (catalogues[kind.upstream] !== undefined) {
      throw new RangeError(`${path} is a second catalogue of the same API: give one of each`)
    }
    catalogues[kind.upstream] = text
  }
  return catalogues
}

function read(path: string): string {
  try {
    return decodeText(readFileSync(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new RangeError(`${path} cannot be read${code}: give the path of a saved answer to action=services`)
  }
}
