import type { Service } from '../catalogue/service.ts'
import { Decimal } from '../money/decimal.ts'
import { fractionToDecimal } from '../money/fraction.ts'
import { type OrderWithoutQuantity, pricedStretches, totalAt } from './priced-stretches.ts'

/** A straight piece of the price curve. Both ends can be ordered; totals are in the account's currency. */
export interface PriceStretch {
  readonly from: Decimal
  /** Absent if there is no upper end. */
  readonly to: Decimal | undefined
  readonly totalAtFrom: Decimal
  /** Absent if there is no upper end. */
  readonly totalAtTo: Decimal | undefined
  /** What one piece more costs within the stretch. */
  readonly unitPrice: Decimal
}

/**
 * Returns what a service costs at every quantity, as straight stretches from the least quantity to the greatest: the total at an orderable
 * quantity is `totalAtFrom` + (quantity − `from`) × `unitPrice`, with the digits of `promisedDigits`. Where one stretch ends and the next
 * begins, the price may jump. The list is empty if the params or drip have issues, or if nothing can be ordered. (reading) If a service
 * counts lines, the quantity is the number of lines, and the counted param may be left out.
 *
 * @throws {TypeError} as `quote` does for the order.
 *
 * @example
 * ```ts
 * const { services } = parseServices('qqtube', `[{ "id_service": "3", "amount_minimum": "100", "amount_increment": "100", "prices": [
 *   { "minimum": "1", "maximum": "950", "pricing_per": "1000", "price": "3" },
 *   { "minimum": "951", "maximum": "", "pricing_per": "1000", "price": "2.5" } ] }]`)
 * const [first, second] = priceCurve(services[0], {})
 * String([first.from, first.to, first.totalAtFrom, first.totalAtTo, first.unitPrice]) // '100,900,0.3,2.7,0.003'
 * String([second.from, second.to, second.totalAtFrom, second.unitPrice]) // '1000,,2.5,0.0025'
 * ```
 */
export function priceCurve(service: Service, order: OrderWithoutQuantity): readonly PriceStretch[] {
  const { step, scale, list } = pricedStretches(service, order)
  return list.map(stretch => {
    const { first, last, slope } = stretch
    const denominator = stretch.denominator * scale
    const totalOf = (multiple: bigint): Decimal =>
      fractionToDecimal({ ...totalAt(stretch, multiple), denominator })
    return {
      from: new Decimal((first * step).toString()),
      to: last === undefined ? undefined : new Decimal((last * step).toString()),
      totalAtFrom: totalOf(first),
      totalAtTo: last === undefined ? undefined : totalOf(last),
      unitPrice: fractionToDecimal({ numerator: slope, denominator: denominator * step }),
    }
  })
}
