import type { Service, Tier } from '../catalogue/service.ts'
import { Decimal } from '../money/decimal.ts'
import { type Fraction, fraction, isLess, isMultiple } from '../money/fraction.ts'
import type { Issue } from '../rules/issue.ts'

/** The issues of a whole, positive quantity against the service's minimum, increment and tiers. */
export function checkQuantity(service: Service, quantity: Fraction, path: string): readonly Issue[] {
  const issues: Issue[] = []
  const greatest = greatestMaximum(service)
  if (isLess(quantity, fraction(service.minimum)))
    issues.push({ code: 'below_min', path, min: service.minimum })
  if (greatest !== undefined && isLess(fraction(greatest), quantity)) {
    issues.push({ code: 'above_max', path, max: new Decimal(greatest).toFixed() })
  }
  const isInside = issues.length === 0
  if (!isMultiple(quantity, fraction(service.increment))) {
    issues.push({ code: 'not_a_multiple', path, increment: service.increment })
  }
  if (isInside && tierFor(service, quantity) === undefined) issues.push({ code: 'no_price_tier', path })
  return issues
}

/** `undefined` where a tier has no upper end. */
function greatestMaximum({ tiers }: Service): string | undefined {
  let greatest: string | undefined
  for (const { maximum } of tiers) {
    if (maximum === undefined) return undefined
    if (greatest === undefined || isLess(fraction(greatest), fraction(maximum))) greatest = maximum
  }
  return greatest
}

/** (reading) The first listed tier that contains the quantity; both ends belong to a tier. */
export function tierFor(service: Service, quantity: Fraction): Tier | undefined {
  return service.tiers.find(
    ({ minimum, maximum }) =>
      !isLess(quantity, fraction(minimum)) && (maximum === undefined || !isLess(fraction(maximum), quantity)),
  )
}
