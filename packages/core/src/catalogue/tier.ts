import { Decimal } from '../money/decimal.ts'
import { shortWhole } from '../money/whole.ts'
import type { Reporter } from './problems.ts'
import type { Tier } from './service.ts'
import { isBelowZero, isBlank, isZero, wireDecimal } from './wire.ts'

/**
 * Reads a tier from wire values. Returns `undefined` if a number is missing or out of range: `pricingPer` must be above 0, the price at
 * least 0, and the minimum at most the maximum. (reading) A blank minimum is 0; a blank, null or 0 maximum means that there is no
 * upper end.
 */
export function tier(wire: Readonly<Record<keyof Tier, unknown>>): Tier | undefined {
  const minimum = isBlank(wire.minimum) ? '0' : wireDecimal(wire.minimum)
  const maximum = isBlank(wire.maximum) ? '0' : wireDecimal(wire.maximum)
  const pricingPer = wireDecimal(wire.pricingPer)
  const price = wireDecimal(wire.price)
  if (minimum === undefined || maximum === undefined || pricingPer === undefined || price === undefined) {
    return undefined
  }
  if (pricingPer.startsWith('-') || isZero(pricingPer) || isBelowZero(price)) return undefined
  const isOpen = isZero(maximum)
  if (!isOpen && isGreater(minimum, maximum)) return undefined
  return { minimum, maximum: isOpen ? undefined : maximum, pricingPer, price }
}

function isGreater(left: string, right: string): boolean {
  const [short, other] = [shortWhole(left), shortWhole(right)]
  return short === -1 || other === -1 ? new Decimal(left).gt(right) : short > other
}

interface PlacedTier {
  readonly tier: Tier
  /** Where in `prices` it stands. */
  readonly index: number
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
  if (areInOrder(tiers, amounts)) return
  const sorted = tiers.toSorted((left, right) =>
    new Decimal(left.tier.minimum).comparedTo(right.tier.minimum),
  )
  let end: Decimal | undefined
  let isOpen = false
  for (const { tier, index, value } of sorted) {
    const path = `prices[${index}]`
    if (isOpen || end?.gte(tier.minimum)) reporter.report('overlapping_tiers', path, value)
    else if (end !== undefined && orderableAfter(end, amounts).lt(tier.minimum)) {
      reporter.report('tier_gap', path, value)
    }
    isOpen ||= tier.maximum === undefined
    end = Decimal.max(end ?? 0, tier.maximum ?? 0)
  }
}

/**
 * Returns whether short whole numbers tell at a glance that the tiers follow one another without a gap, as those of most services do. If
 * not, they are looked at one by one.
 */
function areInOrder(
  tiers: readonly PlacedTier[],
  { minimum, increment }: { readonly minimum: string; readonly increment: string },
): boolean {
  const [least, step] = [shortWhole(minimum), shortWhole(increment)]
  if (least === -1 || step <= 0) return false
  let next = 0
  let isOpen = false
  for (const { tier } of tiers) {
    const first = shortWhole(tier.minimum)
    // The least orderable quantity above the tiers before it must be in this one or beyond it.
    if (isOpen || first < next || (next > 0 && Math.ceil(Math.max(next, least) / step) * step < first))
      return false
    isOpen = tier.maximum === undefined
    const last = isOpen ? first : shortWhole(tier.maximum ?? '')
    if (first === -1 || last === -1) return false
    next = last + 1
  }
  return true
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
