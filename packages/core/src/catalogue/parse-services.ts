import { shortWhole } from '../money/whole.ts'
import { atMost, catalogueLimits } from './limits.ts'
import { orderableRange } from './orderable-range.ts'
import { panelService } from './panel-row.ts'
import { parseJson } from './parse-json.ts'
import { createReporter, type Problem, type Reporter } from './problems.ts'
import { qqtubeService } from './qqtube-row.ts'
import type { Service, UpstreamKind } from './service.ts'
import { createSharedParts, type SharedParts } from './shared-parts.ts'
import { isRow, type WireRow, wireNumber, wireText } from './wire.ts'

export interface ParsedServices {
  readonly services: readonly Service[]
  /** In the order of the rows; see `describeProblem`. */
  readonly problems: readonly Problem[]
}

const rowParsers = {
  qqtube: { idField: 'id_service', minimumField: 'amount_minimum', parse: qqtubeService },
  panel: { idField: 'service', minimumField: 'min', parse: panelService },
} as const satisfies Record<
  UpstreamKind,
  {
    idField: string
    minimumField: string
    parse: (row: WireRow, id: string, reporter: Reporter, shared: SharedParts) => Service | undefined
  }
>

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
  if (!Object.hasOwn(rowParsers, upstream)) {
    throw new TypeError(`parseServices: upstream must be 'qqtube' or 'panel', was given ${String(upstream)}`)
  }
  const rows = rowsOf(body)
  if (rows === undefined) {
    const reporter = createReporter(undefined)
    reporter.reportFatal('not_a_catalogue', '', body)
    return { services: [], problems: reporter.problems }
  }
  return parseRows(upstream, rows)
}

function parseRows(upstream: UpstreamKind, rows: readonly unknown[]): ParsedServices {
  const services: Service[] = []
  const problems: Problem[] = []
  const ids = new Set<string>()
  const shared = createSharedParts()
  const whole = createReporter(undefined)
  for (const row of atMost(rows, catalogueLimits.services, '', whole)) {
    const parsed = parseRow(upstream, row, ids, shared)
    for (const problem of parsed.problems) problems.push(problem)
    if (parsed.service === undefined) continue
    ids.add(parsed.service.id)
    services.push(parsed.service)
  }
  for (const problem of whole.problems) problems.push(problem)
  return { services, problems }
}

function parseRow(
  upstream: UpstreamKind,
  row: unknown,
  earlier: ReadonlySet<string>,
  shared: SharedParts,
): { readonly service?: Service | undefined; readonly problems: readonly Problem[] } {
  const { idField, minimumField, parse } = rowParsers[upstream]
  const wireId = isRow(row) ? row[idField] : undefined
  const id = wireText(wireId).trim()
  const isNamed = id !== '' && id.length <= catalogueLimits.nameLength
  const reporter = createReporter(isNamed ? id : undefined)
  if (!isRow(row)) reporter.reportFatal('not_a_row', '', row)
  else if (id === '') reporter.reportFatal('missing_id', idField, wireId)
  else if (!isNamed) {
    reporter.reportFatal('too_long', idField, { limit: catalogueLimits.nameLength, found: id.length })
  } else {
    if (earlier.has(id)) reporter.report('duplicate_id', idField, wireId)
    const service = parse(row, id, reporter, shared)
    if (service !== undefined) reportUnorderable(service, minimumField, row[minimumField], reporter)
    return { service, problems: reporter.problems }
  }
  return { problems: reporter.problems }
}

/**
 * Reports a minimum that cannot be ordered, since it sends buyers into an issue. With 0 or 1 a row says that it has no minimum of its
 * own: then increment and tiers tell.
 */
function reportUnorderable(service: Service, path: string, value: unknown, reporter: Reporter): void {
  const { kind } = service.quantitySource
  if (kind === 'one' || kind === 'later' || isOrderable(service)) return
  const range = orderableRange(service)
  if (range === undefined) reporter.report('nothing_orderable', path, value)
  else if (wireNumber(value)?.gt(1) && range.min !== service.minimum) {
    reporter.report('minimum_not_orderable', path, value)
  }
}

/** Returns whether short whole numbers tell at a glance that the minimum itself can be ordered, as that of most services can. */
function isOrderable({ minimum, increment, tiers }: Service): boolean {
  const [least, step] = [shortWhole(minimum), shortWhole(increment)]
  if (least <= 0 || step <= 0 || least % step !== 0) return false
  return tiers.some(tier => {
    const first = shortWhole(tier.minimum)
    const last = tier.maximum === undefined ? Number.POSITIVE_INFINITY : shortWhole(tier.maximum)
    return first !== -1 && first <= least && least <= last
  })
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
