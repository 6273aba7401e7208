import { shortWhole } from '../money/whole.ts'
import { catalogueLimits } from './limits.ts'
import { orderableRange } from './orderable-range.ts'
import { createReporter, type Excess, type Problem, type Reporter } from './problems.ts'
import type { Service } from './service.ts'
import { isRow, type WireRow, wireNumber, wireText } from './wire.ts'

export interface ParsedServices {
  readonly services: readonly Service[]
  /** In the order of the rows; see `describeProblem`. */
  readonly problems: readonly Problem[]
}

/** Reads the rows of one catalogue, one after another. */
export interface RowReader {
  read(row: unknown): void
  /** Leaves out a row whose text is too long to be read. */
  skip(excess: Excess): void
  /** Returns what was read of all rows. */
  finish(): ParsedServices
}

/** How the rows of one upstream are read. */
export interface RowParser {
  readonly idField: string
  readonly minimumField: string
  /** Returns what reads the rows of one catalogue, whose services share what they have in common. */
  readonly createParse: () => ParseRow
}

/** Returns the service of a row, or `undefined` if it cannot be priced. */
type ParseRow = (row: WireRow, id: string, reporter: Reporter) => Service | undefined

export function createRowReader(parser: RowParser): RowReader {
  const services: Service[] = []
  const problems: Problem[] = []
  const ids = new Set<string>()
  const parse = parser.createParse()
  const limit = catalogueLimits.services
  let found = 0
  return {
    read: row => {
      found += 1
      if (found > limit) return
      const parsed = parseRow(parser, row, ids, parse)
      for (const problem of parsed.problems) problems.push(problem)
      if (parsed.service === undefined) return
      ids.add(parsed.service.id)
      services.push(parsed.service)
    },
    skip: excess => {
      found += 1
      const reporter = createReporter(undefined)
      reporter.reportFatal('too_long', '', excess)
      for (const problem of reporter.problems) problems.push(problem)
    },
    finish: () => {
      const whole = createReporter(undefined)
      if (found > limit) whole.report('too_many', '', { limit, found })
      return { services, problems: [...problems, ...whole.problems] }
    },
  }
}

function parseRow(
  { idField, minimumField }: RowParser,
  row: unknown,
  earlier: ReadonlySet<string>,
  parse: ParseRow,
): { readonly service?: Service | undefined; readonly problems: readonly Problem[] } {
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
    const service = parse(row, id, reporter)
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
