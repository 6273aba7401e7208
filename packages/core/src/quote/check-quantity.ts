import type { Service, Tier } from '../catalogue/service.ts'
import { Decimal } from '../money/decimal.ts'
import { type Fraction, fraction, isLess, isMultiple } from '../money/fraction.ts'
import type { Issue } from '../rules/issue.ts'

/** Returns the issues of a whole, positive quantity against the service's minimum, increment and tiers. */
export function checkQuantity(service: Service, quantity: Fraction, path: string): readonly Issue[] {
  const issues: Issue[] = []
  const greatest = greatestMaximum(service)
  if (isLess(quantity, fraction(service.minimum)))
    issues.push({ code: 'below_min', path, min: service.minimum })
  if (greatest !== undefined && isLess(greatest.amount, quantity)) {
    issues.push({ code: 'above_max', path, max: new Decimal(greatest.maximum).toFixed() })
  }
  const isInside = issues.length === 0
  if (!isMultiple(quantity, fraction(service.increment))) {
    issues.push({ code: 'not_a_multiple', path, increment: service.increment })
  }
  if (isInside && tierFor(service, quantity) === undefined) issues.push({ code: 'no_price_tier', path })
  return issues
}

/** Returns the greatest upper end of the tiers, or `undefined` if a tier has no upper end. */
function greatestMaximum({
  tiers,
}: Service): { readonly maximum: string; readonly amount: Fraction } | undefined {
  let greatest: { readonly maximum: string; readonly amount: Fraction } | undefined
  for (const { maximum } of tiers) {
    if (maximum === undefined) return undefined
    const amount = fraction(maximum)
    if (greatest === undefined || isLess(greatest.amount, amount)) greatest = { maximum, amount }
  }
  return greatest
}

/** Finds the tier that contains the quantity. (reading) The first listed counts; both ends belong to a tier. */
export function tierFor(service: Service, quantity: Fraction): Tier | undefined {
  return service.tiers.find(
    ({ minimum, maximum }) =>
      !isLess(quantity, fraction(minimum)) && (maximum === undefined || !isLess(fraction(maximum), quantity)),
  )
}
