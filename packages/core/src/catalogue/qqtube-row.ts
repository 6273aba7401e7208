import { extraFields, limitedText } from './limits.ts'
import type { Reporter } from './problems.ts'
import { qqtubeParams } from './qqtube-params.ts'
import { qqtubeTiers } from './qqtube-tiers.ts'
import type { Drip, Service } from './service.ts'
import { isBlank, type WireRow, wireFlag, wireNumber } from './wire.ts'

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

/** Reads a row of QQTube's `services` answer, or returns `undefined` if it cannot be priced. */
export function qqtubeService(row: WireRow, id: string, reporter: Reporter): Service | undefined {
  const minimum = amount(row, 'amount_minimum', reporter)
  const increment = amount(row, 'amount_increment', reporter)
  const tiers = qqtubeTiers(row.prices, { minimum, increment }, reporter)
  if (tiers === undefined) return undefined
  return {
    id,
    name: limitedText(row.public_name, 'public_name', reporter),
    category: limitedText(row.type_name, 'type_name', reporter),
    minimum,
    increment,
    tiers,
    params: qqtubeParams(row.params, id, reporter),
    quantitySource: { kind: 'given' },
    drip: drip(row, reporter),
    takesTarget: true,
    example: limitedText(row.example, 'example', reporter),
    flags: {
      geo: wireFlag(row.is_geo),
      retention: wireFlag(row.is_retention),
      refill: false,
      cancel: false,
      dripFeed: false,
    },
    extra: extraFields(row, known, reporter),
  }
}

/** Reads `amount_minimum` or `amount_increment`: a blank or unreadable one is 1, and so is an increment of 0. */
function amount(row: WireRow, name: 'amount_minimum' | 'amount_increment', reporter: Reporter): string {
  const value = row[name]
  if (isBlank(value)) return '1'
  const number = wireNumber(value)
  if (number === undefined || number.isNegative()) {
    reporter.report('not_a_number', name, value)
    return '1'
  }
  return name === 'amount_increment' && number.isZero() ? '1' : number.toFixed()
}

/** Reads the cost of drip. (reading) If it is blank, drip is free of charge; if it is unreadable, the service has no drip. */
function drip(row: WireRow, reporter: Reporter): Drip | undefined {
  if (!wireFlag(row.is_drip)) return undefined
  const value = row.drip_cost
  if (isBlank(value)) return { cost: '0' }
  const cost = wireNumber(value)
  if (cost !== undefined) return { cost: cost.toFixed() }
  reporter.report('not_a_number', 'drip_cost', value)
  return undefined
}
