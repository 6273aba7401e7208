import { orderableRange, type Service } from '@orderwright/core'
import { formatCount, formatMoney } from '../format/money.ts'
import type { ServicePrice } from './service-name.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Describes what a service costs in a few words: `$2.50 per 1,000`, or `from $2.00 per 1,000` if it depends. */
export function describePrice({ amount, per, isLowest }: ServicePrice, currency: string): string {
  const price = formatMoney(amount, currency)
  if (per === undefined) return texts.price.each({ price })
  const words = { price, quantity: formatCount(per) }
  return isLowest ? texts.price.from(words) : texts.price.per(words)
}

/** Describes which quantities can be ordered: `100 to 50,000, in steps of 100`. */
export function describeRange(service: Service): string {
  const range = orderableRange(service)
  if (range === undefined) return texts.range.none()
  const { max, increment } = range
  const min = formatCount(range.min)
  if (range.min === max) return texts.range.only({ min })
  const words =
    max === undefined ? texts.range.orMore({ min }) : texts.range.between({ min, max: formatCount(max) })
  return increment === '1' ? words : texts.range.steps({ range: words, increment: formatCount(increment) })
}

/**
 * Describes what else the upstream says of a service: `for a country`, `can be refilled and canceled`. Blank if
 * nothing.
 */
export function describeFlags({ flags }: Pick<Service, 'flags'>): string {
  const words = [
    flags.geo && texts.flags.geo(),
    flags.retention && texts.flags.retention(),
    laterActions(flags),
  ]
  return words.filter(word => typeof word === 'string').join(', ')
}

function laterActions({ refill, cancel }: Service['flags']): string | undefined {
  if (refill) return cancel ? texts.flags.refillAndCancel() : texts.flags.refill()
  return cancel ? texts.flags.cancel() : undefined
}

/** Returns what the priced quantity of a service counts: `Quantity`, or `Comments` if it is their lines. */
export function quantityLabel(service: Service | undefined): string {
  const source = service?.quantitySource
  if (source?.kind === 'one') return texts.quantity.package()
  if (source?.kind !== 'lines') return texts.quantity.label()
  return service?.params.find(({ name }) => name === source.param)?.label ?? texts.quantity.label()
}
