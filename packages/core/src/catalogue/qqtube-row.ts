import { extraFields, limitedText } from './limits.ts'
import type { Reporter } from './problems.ts'
import { qqtubeParams } from './qqtube-params.ts'
import { qqtubeTiers } from './qqtube-tiers.ts'
import type { RowParser } from './row-reader.ts'
import type { Drip, QuantitySource, Service } from './service.ts'
import { createSharedParts, type SharedParts } from './shared-parts.ts'
import { isBlank, isZero, type WireRow, wireDecimal, wireFlag } from './wire.ts'

const known: ReadonlySet<string> = new Set([
  'id_service',
  'public_name',
  'type_name',
  'amount_minimum',
  'amount_increment',
  'is_geo',
  'is_retention',
  'is_drip',
  'drip_cost',
  'example',
  'prices',
  'params',
])

const given: QuantitySource = { kind: 'given' }

/** Reads the rows of QQTube's `services` answer. */
export const qqtubeRows: RowParser = {
  idField: 'id_service',
  minimumField: 'amount_minimum',
  createParse: () => {
    const shared = createSharedParts()
    return (row, id, reporter) => qqtubeService(row, id, reporter, shared)
  },
}

function qqtubeService(
  row: WireRow,
  id: string,
  reporter: Reporter,
  shared: SharedParts,
): Service | undefined {
  const minimum = amount(row, 'amount_minimum', reporter)
  const increment = amount(row, 'amount_increment', reporter)
  const tiers = qqtubeTiers(row.prices, { minimum, increment }, reporter)
  if (tiers === undefined) return undefined
  return {
    id,
    name: limitedText(row.public_name, reporter, 'public_name'),
    category: limitedText(row.type_name, reporter, 'type_name'),
    minimum,
    increment,
    tiers,
    params: qqtubeParams(row.params, id, reporter, shared),
    quantitySource: given,
    drip: drip(row, reporter, shared),
    takesTarget: true,
    example: limitedText(row.example, reporter, 'example'),
    flags: shared.flags({
      geo: wireFlag(row.is_geo),
      retention: wireFlag(row.is_retention),
      refill: false,
      cancel: false,
      dripFeed: false,
    }),
    extra: extraFields(row, known, reporter),
  }
}

/** Reads `amount_minimum` or `amount_increment`: a blank or unreadable one is 1, and so is an increment of 0. */
function amount(row: WireRow, name: 'amount_minimum' | 'amount_increment', reporter: Reporter): string {
  const value = row[name]
  if (isBlank(value)) return '1'
  const number = wireDecimal(value)
  if (number === undefined || number.startsWith('-')) {
    reporter.report('not_a_number', name, value)
    return '1'
  }
  return name === 'amount_increment' && isZero(number) ? '1' : number
}

/** Reads the cost of drip. (reading) If it is blank, drip is free of charge; if it is unreadable, the service has no drip. */
function drip(row: WireRow, reporter: Reporter, shared: SharedParts): Drip | undefined {
  if (!wireFlag(row.is_drip)) return undefined
  const value = row.drip_cost
  const cost = isBlank(value) ? '0' : wireDecimal(value)
  if (cost !== undefined) return shared.drip(cost)
  reporter.report('not_a_number', 'drip_cost', value)
  return undefined
}
