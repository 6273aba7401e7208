import type { Service, Tier } from '../catalogue/service.ts'
import { type Fraction, fraction, isLess } from '../money/fraction.ts'

/** (reading) The first listed tier that contains the quantity; both ends belong to a tier. */
export function tierFor(service: Service, quantity: Fraction): Tier | undefined {
  return service.tiers.find(
    ({ minimum, maximum }) =>
      !isLess(quantity, fraction(minimum)) && (maximum === undefined || !isLess(fraction(maximum), quantity)),
  )
}
