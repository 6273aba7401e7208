import { extraFields, limitedText } from './limits.ts'
import { dripFeed, type PanelType, panelParams, panelType } from './panel-types.ts'
import type { Reporter } from './problems.ts'
import type { RowParser } from './row-reader.ts'
import type { QuantitySource, Service, Tier } from './service.ts'
import { createSharedFlags, type SharedFlags } from './shared-parts.ts'
import { tier } from './tier.ts'
import { isBlank, type WireRow, wireFlag, wireNumber, wireSaysNo, wireText } from './wire.ts'

const known: ReadonlySet<string> = new Set([
  'service',
  'name',
  'type',
  'category',
  'rate',
  'min',
  'max',
  'refill',
  'cancel',
  'dripfeed',
])

/** Reads the rows of a panel's `services` answer. */
export const panelRows: RowParser = {
  idField: 'service',
  minimumField: 'min',
  createParse: () => {
    const sharedFlags = createSharedFlags()
    return (row, id, reporter) => panelService(row, id, reporter, sharedFlags)
  },
}

function panelService(
  row: WireRow,
  id: string,
  reporter: Reporter,
  sharedFlags: SharedFlags,
): Service | undefined {
  const typeName = wireText(row.type)
  const { type, isKnown } = panelType(typeName)
  const whole = rowTier(row, reporter)
  if (whole === undefined) return undefined
  if (!isKnown) reporter.report('unknown_type', 'type', row.type)
  const minimum = type.quantity === 'one' || isBlank(row.min) ? '1' : whole.minimum
  return {
    id,
    name: limitedText(row.name, reporter, 'name'),
    category: limitedText(row.category, reporter, 'category'),
    minimum,
    increment: '1',
    tiers: [type.quantity === 'one' ? flatTier(whole) : whole],
    params: panelParams(takenBy(row, type), { minimum, maximum: whole.maximum }),
    quantitySource: quantitySource(type),
    drip: undefined,
    takesTarget: type.takesLink,
    example: '',
    flags: sharedFlags({
      geo: false,
      retention: false,
      refill: wireFlag(row.refill),
      cancel: wireFlag(row.cancel),
      dripFeed: wireFlag(row.dripfeed),
    }),
    extra: extraFields(row, known, reporter),
  }
}

/** Returns the params of a type, without runs and interval if the row itself says that it has no drip-feed. */
function takenBy(row: WireRow, type: PanelType): PanelType['params'] {
  return wireSaysNo(row.dripfeed) ? type.params.filter(source => !dripFeed.includes(source)) : type.params
}

function rowTier(row: WireRow, reporter: Reporter): Tier | undefined {
  const found = tier({
    minimum: row.min,
    maximum: row.max,
    pricingPer: '1000',
    price: row.rate,
  })
  if (found !== undefined) return found
  reporter.reportFatal('no_usable_tier', culprit(row), row[culprit(row)])
  return undefined
}

/** Returns the first of the three numbers that makes the row's price unusable. */
function culprit(row: WireRow): 'rate' | 'min' | 'max' {
  const rate = wireNumber(row.rate)
  if (rate === undefined || rate.isNegative()) return 'rate'
  const minimum = row.min
  return isBlank(minimum) || wireNumber(minimum) !== undefined ? 'max' : 'min'
}

/** Makes the tier of a package. (reading) It is one piece at a flat rate, whatever its min and max. */
function flatTier(whole: Tier): Tier {
  return { minimum: '0', maximum: undefined, pricingPer: '1', price: whole.price }
}

function quantitySource({ quantity }: PanelType): QuantitySource {
  return typeof quantity === 'string' ? { kind: quantity } : { kind: 'lines', param: quantity.linesOf }
}
