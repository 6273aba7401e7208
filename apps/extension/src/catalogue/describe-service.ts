import { Decimal, orderableRange, parseDecimal, type Service, type Tier } from '@orderwright/core'
import { formatCount, formatMoney } from '../format/money.ts'

/** Describes what a service costs in a few words: `$2.50 per 1,000`, or `from $2.00 per 1,000` if it depends. */
export function describePrice(service: Service, currency: string): string {
  const orderable = service.tiers.filter(tier => orderableRange({ ...service, tiers: [tier] }) !== undefined)
  const tiers = orderable.length === 0 ? service.tiers : orderable
  const cheapest = tiers.reduce((best, tier) => (unitPrice(tier).lt(unitPrice(best)) ? tier : best))
  const price = formatMoney(cheapest.price, currency)
  if (service.quantitySource.kind === 'one') return `${price} each`
  const per = `${price} per ${formatCount(cheapest.pricingPer)}`
  return tiers.length > 1 ? `from ${per}` : per
}

/** Describes which quantities can be ordered: `100 to 50,000, in steps of 100`. */
export function describeRange(service: Service): string {
  const range = orderableRange(service)
  if (range === undefined) return 'This service can’t be ordered in any quantity now.'
  const { min, max, increment } = range
  if (min === max) return `${formatCount(min)} only`
  const words =
    max === undefined ? `${formatCount(min)} or more` : `${formatCount(min)} to ${formatCount(max)}`
  return increment === '1' ? words : `${words}, in steps of ${formatCount(increment)}`
}

/**
 * Describes what else the upstream says of a service: `for a country`, `can be refilled and canceled`. Blank if
 * nothing.
 */
export function describeFlags({ flags }: Pick<Service, 'flags'>): string {
  const after = [flags.refill && 'refilled', flags.cancel && 'canceled'].filter(word => word !== false)
  const words = [
    flags.geo && 'for a country',
    flags.retention && 'with retention',
    after.length > 0 && `can be ${after.join(' and ')}`,
  ]
  return words.filter(word => word !== false).join(', ')
}

/** Returns what the priced quantity of a service counts: `Quantity`, or `Comments` if it is their lines. */
export function quantityLabel(service: Service | undefined): string {
  const source = service?.quantitySource
  if (source?.kind === 'one') return 'Package'
  if (source?.kind !== 'lines') return 'Quantity'
  return service?.params.find(({ name }) => name === source.param)?.label ?? 'Quantity'
}

function unitPrice({ price, pricingPer }: Tier): Decimal {
  return (parseDecimal(price) ?? new Decimal(0)).div(parseDecimal(pricingPer) ?? 1)
}
