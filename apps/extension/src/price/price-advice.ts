import {
  betterDeal,
  type Decimal,
  nearest,
  type OrderWithoutQuantity,
  type PriceStretch,
  type Service,
} from '@orderwright/core'

/** What a person would want to know before they pay. Quantities and amounts are decimal strings. */
export type PriceAdvice =
  /** A greater quantity costs no more; `saving` may be 0. */
  | { readonly kind: 'costs_less'; readonly quantity: string; readonly saving: string }
  /** From that quantity on, 1,000 more cost less than now. */
  | { readonly kind: 'price_break'; readonly quantity: string; readonly per1000: string }

/** Returns the one thing to say about a quantity that can be ordered, or `undefined`. */
export function adviseOnPrice(
  service: Service,
  order: OrderWithoutQuantity,
  quantity: string,
  curve: readonly PriceStretch[],
): PriceAdvice | undefined {
  const current = curve.findIndex(stretch => isWithin(stretch, quantity))
  const stretch = curve[current]
  if (stretch === undefined) return undefined
  const better = betterDeal(service, { ...order, quantity })
  if (better !== undefined) {
    return {
      kind: 'costs_less',
      quantity: better.quantity.toFixed(),
      saving: totalAt(stretch, quantity).minus(better.total).toFixed(),
    }
  }
  const next = curve.slice(current + 1).find(({ unitPrice }) => unitPrice.lt(stretch.unitPrice))
  return next && { kind: 'price_break', quantity: next.from.toFixed(), per1000: per1000(next) }
}

/** Returns what 1,000 more cost within a stretch, a decimal string. */
export function per1000({ unitPrice }: PriceStretch): string {
  return unitPrice.times(1000).toFixed()
}

/** Returns whether a quantity lies between the ends of a stretch. */
export function isWithin({ from, to }: PriceStretch, quantity: string): boolean {
  return from.lte(quantity) && (to === undefined || to.gte(quantity))
}

/** Returns the total of a quantity within a stretch. */
export function totalAt({ from, totalAtFrom, unitPrice }: PriceStretch, quantity: string): Decimal {
  return unitPrice.times(quantity).minus(unitPrice.times(from)).plus(totalAtFrom)
}

/** Returns the quantities next to one that cannot be ordered, the lesser first. */
export function nearestQuantities(service: Service, quantity: string): readonly string[] {
  const { below, above } = nearest(service, quantity)
  return [below, above].flatMap(found => (found === undefined ? [] : [found.toFixed()]))
}
