import { readFileSync } from 'node:fs'
import { parseJson, type UpstreamKind } from '@orderwright/core'
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

export type CatalogueKind =
  | { readonly ok: true; readonly upstream: UpstreamKind }
  /** One sentence that says what is wrong with the file. */
  | { readonly ok: false; readonly sentence: string }

/** Which API a saved services answer is of: QQTube's rows have an `id_service`, a panel's a `service`. */
export function catalogueKind(text: string): CatalogueKind {
  const rows = rowsOf(parsed(text))
  if (rows === undefined) return refused('holds no list of services as JSON')
  if (rows.some(row => has(row, 'id_service'))) return { ok: true, upstream: 'qqtube' }
  if (rows.some(row => has(row, 'service'))) return { ok: true, upstream: 'panel' }
  return refused("has no row with an 'id_service' as QQTube's or a 'service' as a panel's")
}

function refused(reason: string): CatalogueKind {
  return { ok: false, sentence: `${reason}: save the whole answer to action=services` }
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

/** Some panels wrap their list. */
function rowsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return undefined
  const [first] = Object.values(value).filter(Array.isArray)
  return first
}

function has(row: unknown, field: string): boolean {
  return typeof row === 'object' && row !== null && Object.hasOwn(row, field)
}
