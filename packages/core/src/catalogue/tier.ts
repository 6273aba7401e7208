import { Decimal } from '../money/decimal.ts'
import type { Reporter } from './problems.ts'
import type { Tier } from './service.ts'
import { isBlank, wireNumber } from './wire.ts'

/**
 * Reads a tier from wire values. Returns `undefined` if a number is missing or out of range: `pricingPer` must be above 0, the price at
 * least 0, and the minimum at most the maximum. (reading) A blank minimum is 0; a blank, null or 0 maximum means that there is no
 * upper end.
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

interface PlacedTier {
  readonly tier: Tier
  readonly path: string
  readonly value: unknown
}

/**
 * Reports tiers that overlap an earlier-starting one, and gaps between tiers that an orderable quantity falls into: 1–1000 and
 * 2000–5000 leave no gap if quantities go by thousands.
 */
export function reportTierDefects(
  tiers: readonly PlacedTier[],
  amounts: { readonly minimum: string; readonly increment: string },
  reporter: Reporter,
): void {
  const sorted = tiers.toSorted((left, right) =>
    new Decimal(left.tier.minimum).comparedTo(right.tier.minimum),
  )
  let end: Decimal | undefined
  let isOpen = false
  for (const { tier, path, value } of sorted) {
    if (isOpen || end?.gte(tier.minimum)) reporter.report('overlapping_tiers', path, value)
    else if (end !== undefined && orderableAfter(end, amounts).lt(tier.minimum)) {
      reporter.report('tier_gap', path, value)
    }
    isOpen ||= tier.maximum === undefined
    end = Decimal.max(end ?? 0, tier.maximum ?? 0)
  }
}

/** Returns the least orderable quantity above `end`. */
function orderableAfter(
  end: Decimal,
  { minimum, increment }: { readonly minimum: string; readonly increment: string },
): Decimal {
  const next = end.div(increment).floor().plus(1).times(increment)
  const least = new Decimal(minimum).div(increment).ceil().times(increment)
  return Decimal.max(next, least)
}
