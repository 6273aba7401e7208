import type { Service } from '../catalogue/service.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalArgument } from '../money/decimal-argument.ts'
import { add, type Fraction, fraction } from '../money/fraction.ts'
import { type OrderWithoutQuantity, pricedStretches, whereNotNegative } from './priced-stretches.ts'

/**
 * Returns the greatest orderable quantity whose total is within a budget, a decimal string in the account's currency. Totals may fall
 * where a later tier begins; it is the greatest quantity of all that are within the budget. Returns `undefined` if there is none, if the
 * params or drip have issues, or if there is no greatest because an endless tier costs nothing more. (reading) If a service counts lines,
 * the quantity is the number of lines, and the counted param may be left out; of an order in runs it is the quantity of one run.
 *
 * @throws {TypeError} if the budget is no decimal in plain notation, or as `quote` does for the order.
 *
 * @example
 * ```ts
 * const { services } = parseServices('panel', '[{"service":1,"name":"Followers","type":"Default","rate":"0.90","min":"50","max":"10000"}]')
 * affordable(services[0], {}, '1.25').toFixed() // '1388'
 * affordable(services[0], { params: { runs: '3', interval: '60' } }, '1.25').toFixed() // '462'
 * affordable(services[0], {}, '0.04') // undefined
 * ```
 */
export function affordable(
  service: Service,
  order: OrderWithoutQuantity,
  budget: string,
): Decimal | undefined {
  const { numerator, denominator } = roundedTo(decimalArgument(budget, 'affordable: budget'))
  const { step, scale, list } = pricedStretches(service, order)
  const scaled = numerator * scale
  for (const stretch of list.toReversed()) {
    const slope = -stretch.slope * denominator
    const offset = scaled * stretch.denominator - stretch.offset * denominator
    const bought = whereNotNegative(stretch, slope, offset)
    if (bought === undefined) continue
    return bought.last === undefined ? undefined : new Decimal((bought.last * step).toString())
  }
  return undefined
}

/**
 * Returns the greatest total that `quote` gives as the budget or less. A total such as a third is rounded at the last digit, and a budget
 * that was read off a quote must buy its quantity.
 */
function roundedTo(budget: Decimal): Fraction {
  const shown = budget.toSignificantDigits(Decimal.precision, Decimal.ROUND_FLOOR)
  const lastDigit = new Decimal(10).pow(shown.e - Decimal.precision + 1)
  return add(fraction(shown), fraction(lastDigit.div(2)))
}
