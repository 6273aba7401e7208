import { Decimal, nearest, type PriceStretch, type Service } from '@orderwright/core'
import { isWithin, totalAt } from './price-advice.ts'

/** More than these do not fit into one line of the popup. */
const most = 4

/**
 * Returns round quantities to choose from, least first: the minimum, and then 1 or 5 times a power of ten. `budget` is what the account has
 * left, a decimal string: quantities beyond it are left out.
 *
 * @example
 * ```ts
 * quickQuantities(service, priceCurve(service, {}), undefined) // ['100', '500', '1000', '5000']
 * ```
 */
export function quickQuantities(
  service: Service,
  curve: readonly PriceStretch[],
  budget: string | undefined,
): readonly string[] {
  const least = curve[0]?.from
  if (least === undefined) return []
  const isOffered = (quantity: string): boolean => {
    const stretch = curve.find(candidate => isWithin(candidate, quantity))
    if (stretch === undefined) return false
    return isOrderable(service, quantity) && (budget === undefined || totalAt(stretch, quantity).lte(budget))
  }
  return [least.toFixed(), ...roundsAbove(least)].filter(isOffered).slice(0, most)
}

/** Returns 1 and 5 times each power of ten, above `least`. */
function roundsAbove(least: Decimal): readonly string[] {
  const powers = Array.from({ length: most }, (_, index) => new Decimal(10).pow(least.e + index))
  return powers
    .flatMap(power => [power, power.times(5)])
    .filter(round => round.gt(least))
    .map(round => round.toFixed())
}

/** Returns whether a quantity can be ordered: it is the nearest above one piece less. */
function isOrderable(service: Service, quantity: string): boolean {
  return nearest(service, new Decimal(quantity).minus(1).toFixed()).above?.eq(quantity) === true
}
