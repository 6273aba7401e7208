import type { Decimal } from '../decimal.ts'
import type { Service, Tier } from '../service.ts'

/** (reading) The first listed tier that contains the quantity; both ends belong to a tier. */
export function tierFor(service: Service, quantity: Decimal): Tier | undefined {
  return service.tiers.find(
    ({ minimum, maximum }) => quantity.gte(minimum) && (maximum === undefined || quantity.lte(maximum)),
  )
}
