import type { Service } from '../catalogue/service.ts'
import { Decimal } from '../money/decimal.ts'
import { type Fraction, fractionToDecimal, isLess } from '../money/fraction.ts'
import { engineOf, readOrder } from '../quote/compile-service.ts'
import { readQuantity } from '../quote/quantity.ts'
import type { OrderRequest } from '../quote/read-request.ts'
import type { Issue } from '../rules/issue.ts'
import { type PricedStretch, pricedStretches, totalAt } from './priced-stretches.ts'

export interface BetterDeal {
  /** Greater than the quantity that was asked for. */
  readonly quantity: Decimal
  /** At most the total of that quantity, in the account's currency, with the digits of `promisedDigits`. */
  readonly total: Decimal
}

/**
 * Returns the cheapest greater order that costs no more than this one, if a later tier makes that so; of several equally cheap ones the
 * greatest. Returns `undefined` if there is none, if the order has issues, or if the cheapest has no greatest quantity because an endless
 * tier costs nothing more. (reading) If a service counts lines, the quantity is the number of lines.
 *
 * @throws {TypeError} as `quote` does.
 *
 * @example
 * ```ts
 * const { services } = parseServices('qqtube', `[{ "id_service": "3", "amount_minimum": "100", "amount_increment": "100", "prices": [
 *   { "minimum": "100", "maximum": "900", "pricing_per": "1000", "price": "3" },
 *   { "minimum": "1000", "maximum": "", "pricing_per": "1000", "price": "2.5" } ] }]`)
 * const better = betterDeal(services[0], { quantity: '900' })
 * better.quantity.toFixed() // '1000'
 * better.total.toFixed() // '2.5'
 * betterDeal(services[0], { quantity: '800' }) // undefined
 * ```
 */
export function betterDeal(service: Service, order: OrderRequest): BetterDeal | undefined {
  const { step, scale, list } = pricedStretches(service, order)
  const engine = engineOf(service)
  const issues: Issue[] = []
  const quantity = BigInt(readQuantity(engine.quantities, readOrder(engine, order), issues))
  if (issues.length > 0) return undefined
  const asked = quantity / step
  const current = list.find(({ first, last }) => first <= asked && (last === undefined || asked <= last))
  if (current === undefined) return undefined
  let limit = totalAt(current, asked)
  let best: bigint | undefined
  for (const stretch of list) {
    if (stretch.last !== undefined && stretch.last <= asked) continue
    const offer = cheapest(stretch, asked)
    if (isLess(limit, offer.total)) continue
    limit = offer.total
    best = offer.multiple
  }
  if (best === undefined) return undefined
  const total = fractionToDecimal({ ...limit, denominator: limit.denominator * scale })
  return { quantity: new Decimal((best * step).toString()), total }
}

/**
 * Returns the least total above a multiple, and the greatest multiple that has it, which is absent if there is no greatest. A falling
 * line ends where its total would be below 0.
 */
function cheapest(
  stretch: PricedStretch,
  above: bigint,
): { readonly multiple: bigint | undefined; readonly total: Fraction } {
  const first = stretch.first > above ? stretch.first : above + 1n
  const multiple = stretch.slope > 0n ? first : stretch.last
  return { multiple, total: totalAt(stretch, multiple ?? first) }
}
