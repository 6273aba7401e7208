import { atMost, catalogueLimits } from './limits.ts'
import type { Reporter } from './problems.ts'
import type { Tier } from './service.ts'
import { reportTierDefects, tier } from './tier.ts'
import { isRow } from './wire.ts'

type Tiers = readonly [Tier, ...Tier[]]

/** Reads the usable tiers of `prices` in their order, or returns `undefined` if no tier is usable. */
export function qqtubeTiers(
  prices: unknown,
  amounts: { readonly minimum: string; readonly increment: string },
  reporter: Reporter,
): Tiers | undefined {
  const list = atMost(Array.isArray(prices) ? prices : [], catalogueLimits.tiers, 'prices', reporter)
  const placed: { tier: Tier; index: number; value: unknown }[] = []
  for (let index = 0; index < list.length; index += 1) {
    const value = list[index]
    const tier = tierFrom(value)
    if (tier === undefined) reporter.report('unusable_tier', `prices[${index}]`, value)
    else placed.push({ tier, index, value })
  }
  const [first, ...rest] = placed.map(({ tier }) => tier)
  if (first === undefined) {
    reporter.reportFatal('no_usable_tier', 'prices', prices)
    return undefined
  }
  reportTierDefects(placed, amounts, reporter)
  return [first, ...rest]
}

function tierFrom(value: unknown): Tier | undefined {
  if (!isRow(value)) return undefined
  return tier({
    minimum: value.minimum,
    maximum: value.maximum,
    pricingPer: value.pricing_per,
    price: value.price,
  })
}
