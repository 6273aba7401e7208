import { Decimal } from '../decimal.ts'
import type { Issue } from '../issue.ts'
import type { Service } from '../service.ts'
import { tierFor } from './tier-for.ts'

/** The issues of a whole, positive quantity against the service's minimum, increment and tiers. */
export function checkQuantity(service: Service, quantity: Decimal, path: string): readonly Issue[] {
  const issues: Issue[] = []
  const greatest = greatestMaximum(service)
  if (quantity.lt(service.minimum)) issues.push({ code: 'below_min', path, min: service.minimum })
  if (greatest !== undefined && quantity.gt(greatest)) {
    issues.push({ code: 'above_max', path, max: greatest.toFixed() })
  }
  const isInside = issues.length === 0
  if (!quantity.mod(service.increment).isZero()) {
    issues.push({ code: 'not_a_multiple', path, increment: service.increment })
  }
  if (isInside && tierFor(service, quantity) === undefined) issues.push({ code: 'no_price_tier', path })
  return issues
}

/** `undefined` where a tier has no upper end. */
function greatestMaximum({ tiers }: Service): Decimal | undefined {
  const maxima = tiers.map(tier => tier.maximum)
  const bounded = maxima.filter(maximum => maximum !== undefined)
  return bounded.length === maxima.length ? Decimal.max(...bounded) : undefined
}
