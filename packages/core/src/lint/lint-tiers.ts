import type { Service, Tier } from '../catalogue/service.ts'
import {
  add,
  divide,
  type Fraction,
  fraction,
  fractionToDecimal,
  isLess,
  multiply,
} from '../money/fraction.ts'
import { type Stretch, stretchesOf } from '../solve/stretches.ts'
import type { Finding } from './lint-services.ts'

/**
 * Returns what is odd in the tiers of a service, each at the path of its tier: tiers that no order gets, and, from each stretch of
 * quantities to the next, a price that rises and a total that falls. If nothing can be ordered at all, the parser has said so.
 */
export function lintTiers(service: Service, paths: readonly string[]): readonly Finding[] {
  const { step, list } = stretchesOf(service)
  if (list.length === 0) return []
  const places = new Map(service.tiers.map((tier, index) => [tier, paths[index] ?? '']))
  const reached = new Set(list.map(({ tier }) => tier))
  const inverted = new Set<Tier>()
  const unreachable = service.tiers
    .filter(tier => !reached.has(tier))
    .map((tier): Finding => ({ code: 'unreachable_tier', path: places.get(tier) ?? '', value: tier }))
  const steps = list.flatMap((stretch, index): readonly Finding[] => {
    const before = list[index - 1]
    if (before === undefined) return []
    const path = places.get(stretch.tier) ?? ''
    // An earlier tier that lies inside a later one cuts it in two, and one problem is enough.
    const isNew = isDearer(stretch.tier, before.tier) && !inverted.has(stretch.tier)
    if (!isNew) return cliff(before, stretch, step, path)
    inverted.add(stretch.tier)
    return [invertedPrice(stretch.tier, before.tier, path), ...cliff(before, stretch, step, path)]
  })
  return [...unreachable, ...steps]
}

function isDearer(tier: Tier, than: Tier): boolean {
  return isLess(unitPrice(than), unitPrice(tier))
}

function unitPrice({ price, pricingPer }: Tier): Fraction {
  return divide(fraction(price), fraction(pricingPer))
}

function invertedPrice({ price, pricingPer }: Tier, earlier: Tier, path: string): Finding {
  const value = { price, pricingPer, earlierPrice: earlier.price, earlierPricingPer: earlier.pricingPer }
  return { code: 'tier_inverted_price', path, value }
}

/** Compares the greatest quantity of a stretch with the least of the next, since totals never fall inside a stretch. */
function cliff(before: Stretch, next: Stretch, step: bigint, path: string): readonly Finding[] {
  if (before.last === undefined) return []
  const [quantity, greaterQuantity] = [before.last * step, next.first * step]
  const [total, greaterTotal] = [totalOf(quantity, before.tier), totalOf(greaterQuantity, next.tier)]
  if (!isLess(greaterTotal, total)) return []
  const saving = add(total, { ...greaterTotal, numerator: -greaterTotal.numerator })
  const value = {
    quantity: quantity.toString(),
    total: textOf(total),
    greaterQuantity: greaterQuantity.toString(),
    greaterTotal: textOf(greaterTotal),
    saving: textOf(saving),
  }
  return [{ code: 'price_cliff', path, value }]
}

function totalOf(quantity: bigint, tier: Tier): Fraction {
  return multiply({ numerator: quantity, denominator: 1n }, unitPrice(tier))
}

function textOf(amount: Fraction): string {
  return fractionToDecimal(amount).toFixed()
}
