import type { UpstreamKind } from '@orderwright/core'
import { parseJson } from '@orderwright/core'

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
