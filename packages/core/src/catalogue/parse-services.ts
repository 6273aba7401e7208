import { catalogueLimits } from './limits.ts'
import { panelRows } from './panel-row.ts'
import { parseJson } from './parse-json.ts'
import { createReporter } from './problems.ts'
import { qqtubeRows } from './qqtube-row.ts'
import { createRowReader, type ParsedServices, type RowParser } from './row-reader.ts'
import type { UpstreamKind } from './service.ts'
import { isRow } from './wire.ts'

/**
 * Parses a catalogue into services, and one problem for each defect: a row that cannot be priced never breaks the others. `body` is the
 * answer's text, whose numbers keep every digit, or its parsed value: a list of rows, bare or as `services` or `data` of an object. No
 * more is read than `catalogueLimits` allows. (QQTube v1 `services`; panel v2 `services`.)
 *
 * @throws {TypeError} if `upstream` is neither `'qqtube'` nor `'panel'`.
 *
 * @example
 * ```ts
 * const { services, problems } = parseServices('panel', '[{"service":1,"name":"Followers","type":"Default","rate":"0.90","min":"50","max":"10000"}]')
 * services[0]?.tiers[0].price // '0.9'
 * problems // []
 * ```
 */
export function parseServices(upstream: UpstreamKind, body: unknown): ParsedServices {
  return parseRows(rowParserOf(upstream, 'parseServices'), body)
}

/**
 * Parses a panel's catalogue as `parseServices('panel', body)` does, for a page whose bundle has no use for what reads QQTube's. (Panel v2
 * `services`.)
 *
 * @example
 * ```ts
 * const { services } = parsePanelServices('[{"service":1,"name":"Followers","type":"Default","rate":"0.90","min":"50","max":"10000"}]')
 * services[0].tiers[0].price // '0.9'
 * ```
 */
export function parsePanelServices(body: unknown): ParsedServices {
  return parseRows(panelRows, body)
}

function parseRows(parser: RowParser, body: unknown): ParsedServices {
  const rows = rowsOf(body)
  if (rows === undefined) return notACatalogue(body)
  const reader = createRowReader(parser)
  for (const row of rows) reader.read(row)
  return reader.finish()
}

const rowParsers = { qqtube: qqtubeRows, panel: panelRows } as const satisfies Record<UpstreamKind, RowParser>

/**
 * Returns what reads the rows of an API.
 *
 * @throws {TypeError} naming `caller`, if it is neither `'qqtube'` nor `'panel'`.
 */
export function rowParserOf(upstream: UpstreamKind, caller: string): RowParser {
  if (Object.hasOwn(rowParsers, upstream)) return rowParsers[upstream]
  throw new TypeError(`${caller}: upstream must be 'qqtube' or 'panel', was given ${String(upstream)}`)
}

/** Returns the result for an answer that is no list of services. Of a long text the problem has the beginning. */
export function notACatalogue(body: unknown): ParsedServices {
  const reporter = createReporter(undefined)
  const value = typeof body === 'string' ? body.slice(0, catalogueLimits.textLength) : body
  reporter.reportFatal('not_a_catalogue', '', value)
  return { services: [], problems: reporter.problems }
}

/** Returns the rows of an answer, or `undefined` if it has none. */
export function rowsOf(body: unknown): readonly unknown[] | undefined {
  const value = typeof body === 'string' ? tryParse(body) : body
  if (Array.isArray(value)) return value
  if (!isRow(value)) return undefined
  return [value.services, value.data].find(list => Array.isArray(list))
}

function tryParse(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
