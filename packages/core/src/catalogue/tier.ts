import type { Tier } from './service.ts'
import { isBlank, wireNumber } from './wire.ts'

/**
 * A tier of wire values, or `undefined` where a number of it is none or out of range: `pricingPer` must be above
 * 0, the price not below it, the minimum not above the maximum. (reading) A blank minimum is 0; a maximum that is
 * blank, null or 0 is no upper end.
 */
export function tier(wire: Readonly<Record<keyof Tier, unknown>>): Tier | undefined {
  const minimum = wireNumber(isBlank(wire.minimum) ? '0' : wire.minimum)
  const maximum = wireNumber(isBlank(wire.maximum) ? '0' : wire.maximum)
  const pricingPer = wireNumber(wire.pricingPer)
  const price = wireNumber(wire.price)
  if (minimum === undefined || maximum === undefined || pricingPer === undefined || price === undefined) {
    return undefined
  }
  if (pricingPer.lte(0) || price.lt(0)) return undefined
  const isOpen = maximum.isZero()
  if (!isOpen && minimum.gt(maximum)) return undefined
  return {
    minimum: minimum.toFixed(),
    maximum: isOpen ? undefined : maximum.toFixed(),
    pricingPer: pricingPer.toFixed(),
    price: price.toFixed(),
  }
}
