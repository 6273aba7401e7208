import { Decimal } from '../money/decimal.ts'
import type { Reporter } from './reporter.ts'
import type { Tier } from './service.ts'

interface PlacedTier {
  readonly tier: Tier
  readonly path: string
  readonly value: unknown
}

/**
 * Reports tiers that overlap an earlier-starting one, and gaps between tiers into which an orderable quantity
 * falls: 1–1000 and 2000–5000 leave no gap where quantities go by thousands.
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

/** The least orderable quantity above `end`. */
function orderableAfter(
  end: Decimal,
  { minimum, increment }: { readonly minimum: string; readonly increment: string },
): Decimal {
  const next = end.div(increment).floor().plus(1).times(increment)
  const least = new Decimal(minimum).div(increment).ceil().times(increment)
  return Decimal.max(next, least)
}
