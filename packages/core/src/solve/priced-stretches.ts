import type { Service } from '../catalogue/service.ts'
import { exactWhole, toFraction } from '../money/exact.ts'
import { add, ceilTo, divide, type Fraction, floorTo, fraction } from '../money/fraction.ts'
import { engineOf, readOrder } from '../quote/compile-service.ts'
import { checkParams } from '../quote/params.ts'
import { type CompiledPrice, modify } from '../quote/price.ts'
import type { OrderFields, OrderRequest } from '../quote/read-request.ts'
import type { Issue } from '../rules/issue.ts'
import { stretchesOf } from './stretches.ts'

/** An order without its quantity. If the service counts the lines of a param, that param may be left out too. */
export type OrderWithoutQuantity = Omit<OrderRequest, 'quantity'>

/** Multiples of a step: all from `first` to `last`. */
interface Multiples {
  readonly first: bigint
  /** Absent if there is no upper end. */
  readonly last: bigint | undefined
}

/**
 * A stretch of quantities that can be ordered and have a price. Params and drip act alike on all quantities, so the totals lie on one
 * straight line: that of k × step is (slope × k + offset) ÷ denominator ÷ scale.
 */
export interface PricedStretch extends Multiples {
  readonly slope: bigint
  readonly offset: bigint
  /** Above 0. */
  readonly denominator: bigint
}

export interface PricedStretches {
  /** Every orderable quantity is a multiple of it. */
  readonly step: bigint
  /**
   * What the totals of all stretches are divided by, above 0. With many modifiers it is long; kept apart from the denominators, it is never
   * multiplied by another long number for each tier.
   */
  readonly scale: bigint
  /** From the least quantity to the greatest. */
  readonly list: readonly PricedStretch[]
}

/**
 * Returns the stretches of quantities that have a price; none if the order has issues whatever its quantity. Quantities whose total
 * would be below zero are left out, as `quote` refuses them.
 *
 * @throws {TypeError} if the service is no object, or as `quote` does for the order.
 */
export function pricedStretches(service: Service, order: OrderWithoutQuantity): PricedStretches {
  const { step, list } = stretchesOf(service)
  const engine = engineOf(service)
  const fields = readOrder(engine, order)
  if (list.length === 0 || hasIssues(service, fields)) return { step, scale: 1n, list: [] }
  const { factor, addend, scale } = modifiersOf(engine.price, fields)
  const cost = fields.wantsDrip && service.drip !== undefined ? service.drip.cost : '0'
  const drip = divide(fraction(cost), fraction(service.increment))
  return {
    step,
    scale,
    list: list.flatMap(({ tier, first, last }) => {
      const price = divide(fraction(tier.price), fraction(tier.pricingPer))
      const denominator = price.denominator * drip.denominator
      const sign = denominator < 0n ? -1n : 1n
      const modified = price.numerator * drip.denominator * factor
      const dripped = drip.numerator * price.denominator * scale
      const slope = sign * step * (modified + dripped)
      const offset = sign * denominator * addend
      const priced = whereNotNegative({ first, last }, slope, offset)
      return priced === undefined ? [] : [{ ...priced, slope, offset, denominator: sign * denominator }]
    }),
  }
}

/** Returns what the modifiers make of a running total: (total × factor + addend) ÷ scale, which is above 0. */
function modifiersOf(
  price: CompiledPrice,
  fields: OrderFields,
): { readonly factor: bigint; readonly addend: bigint; readonly scale: bigint } {
  // A line is known by two points: what the modifiers make of 0 and of 1.
  const modified = (start: number): Fraction => toFraction(modify(price, fields, exactWhole(start), []))
  const [zero, one] = [modified(0), modified(1)]
  const factor = add(one, { ...zero, numerator: -zero.numerator })
  const rest = factor.denominator % zero.denominator === 0n ? 1n : zero.denominator
  const scale = factor.denominator * rest
  const sign = scale < 0n ? -1n : 1n
  return {
    factor: sign * factor.numerator * rest,
    addend: sign * zero.numerator * (scale / zero.denominator),
    scale: sign * scale,
  }
}

/** Returns the total of `multiple` × step, times the scale of all stretches. */
export function totalAt({ slope, offset, denominator }: PricedStretch, multiple: bigint): Fraction {
  return { numerator: slope * multiple + offset, denominator }
}

/**
 * Returns the multiples k for which slope × k + offset is at least 0, or `undefined` if there are none. Divides only if the sign changes
 * between the ends, since to divide long numbers takes longer than to look at both ends.
 */
export function whereNotNegative(
  { first, last }: Multiples,
  slope: bigint,
  offset: bigint,
): Multiples | undefined {
  const startsBelow = slope * first + offset < 0n
  const endsBelow =
    last === undefined ? slope < 0n || (slope === 0n && startsBelow) : slope * last + offset < 0n
  if (startsBelow && endsBelow) return undefined
  if (startsBelow) return { first: ceilTo({ numerator: -offset, denominator: slope }, 1n), last }
  return { first, last: endsBelow ? floorTo({ numerator: offset, denominator: -slope }, 1n) : last }
}

/**
 * Returns whether the order has an issue that no quantity takes away. (reading) The param whose lines are counted is the quantity, so it
 * is not judged. No catalogue makes it a price modifier as well; if a service does, its totals lie on no line, and it has no answer here.
 */
function hasIssues(service: Service, fields: OrderFields): boolean {
  const { quantitySource, drip, params } = service
  if (fields.wantsDrip && drip === undefined) return true
  const counted = quantitySource.kind === 'lines' ? quantitySource.param : undefined
  if (params.some(({ name, modifier }) => name === counted && modifier !== undefined)) return true
  const issues: Issue[] = []
  checkParams(engineOf(service).params, fields, issues)
  return issues.some(({ path }) => path !== counted)
}
