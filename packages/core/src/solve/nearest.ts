import type { Service } from '../catalogue/service.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalArgument } from '../money/decimal-argument.ts'
import { ceilTo, floorTo, fraction } from '../money/fraction.ts'
import { stretchesOf } from './stretches.ts'

export interface NearestQuantities {
  /** The greatest orderable quantity below; absent if there is none. */
  readonly below?: Decimal
  /** The least orderable quantity above; absent if there is none. */
  readonly above?: Decimal
}

/**
 * Returns the nearest orderable quantities strictly below and strictly above a quantity, whether or not that one is orderable itself. The
 * params of an order play no part. (reading) If a service counts lines, the quantity is the number of lines; a package is orderable
 * once; a service that charges later has no orderable quantity.
 *
 * @throws {TypeError} if `quantity` is no decimal in plain notation.
 *
 * @example
 * ```ts
 * const { services } = parseServices('panel', '[{"service":1,"name":"Followers","type":"Default","rate":"0.90","min":"50","max":"10000"}]')
 * nearest(services[0], '12000').below.toFixed() // '10000'
 * nearest(services[0], '7').above.toFixed() // '50'
 * nearest(services[0], '7').below // undefined
 * ```
 */
export function nearest(service: Service, quantity: string): NearestQuantities {
  const { step, list } = stretchesOf(service)
  const multiple = fraction(decimalArgument(quantity, 'nearest: quantity'))
  const greatestBelow = ceilTo(multiple, step) / step - 1n
  const leastAbove = floorTo(multiple, step) / step + 1n
  const lower = list.findLast(({ first }) => first <= greatestBelow)
  const upper = list.find(({ last }) => last === undefined || last >= leastAbove)
  const below = lower && (lower.last === undefined || lower.last > greatestBelow ? greatestBelow : lower.last)
  const above = upper && (upper.first < leastAbove ? leastAbove : upper.first)
  return {
    ...(below === undefined ? {} : { below: new Decimal((below * step).toString()) }),
    ...(above === undefined ? {} : { above: new Decimal((above * step).toString()) }),
  }
}
