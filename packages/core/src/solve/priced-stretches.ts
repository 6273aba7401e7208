import type { Service } from '../catalogue/service.ts'
import { exact, toFraction } from '../money/exact.ts'
import { add, ceilTo, divide, type Fraction, floorTo, fraction, multiply } from '../money/fraction.ts'
import { engineOf, readOrder } from '../quote/compile-service.ts'
import { checkParams } from '../quote/params.ts'
import { modify } from '../quote/price.ts'
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
 * straight line: that of k × step is (slope × k + offset) ÷ denominator.
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
  if (list.length === 0 || hasIssues(service, fields)) return { step, list: [] }
  // A line is known by two points: what the modifiers make of 0 and of 1.
  const modified = (start: string): Fraction =>
    toFraction(modify(engine.price, fields, exact(fraction(start)), []))
  const [offset, one] = [modified('0'), modified('1')]
  const factor = add(one, { ...offset, numerator: -offset.numerator })
  const cost = fields.wantsDrip && service.drip !== undefined ? service.drip.cost : '0'
  const dripPrice = divide(fraction(cost), fraction(service.increment))
  return {
    step,
    list: list.flatMap(({ tier, first, last }) => {
      const price = multiply(divide(fraction(tier.price), fraction(tier.pricingPer)), factor)
      const slope = multiply(add(price, dripPrice), { numerator: step, denominator: 1n })
      const line = lineOf(slope, offset)
      const priced = whereNotNegative({ first, last }, line.slope, line.offset)
      return priced === undefined ? [] : [{ ...priced, ...line }]
    }),
  }
}

/** Returns the total of `multiple` × step. */
export function totalAt({ slope, offset, denominator }: PricedStretch, multiple: bigint): Fraction {
  return { numerator: slope * multiple + offset, denominator }
}

/** Returns the multiples k for which slope × k + offset is at least 0, or `undefined` if there are none. */
export function whereNotNegative(
  { first, last }: Multiples,
  slope: bigint,
  offset: bigint,
): Multiples | undefined {
  if (slope === 0n) return offset < 0n ? undefined : { first, last }
  if (slope > 0n) {
    const least = ceilTo({ numerator: -offset, denominator: slope }, 1n)
    return within(least > first ? least : first, last)
  }
  const greatest = floorTo({ numerator: offset, denominator: -slope }, 1n)
  return within(first, last === undefined || greatest < last ? greatest : last)
}

function within(first: bigint, last: bigint | undefined): Multiples | undefined {
  return last !== undefined && last < first ? undefined : { first, last }
}

/** Brings a line on one denominator above 0. */
function lineOf(slope: Fraction, offset: Fraction): Pick<PricedStretch, 'slope' | 'offset' | 'denominator'> {
  const denominator = slope.denominator * offset.denominator
  const sign = denominator < 0n ? -1n : 1n
  return {
    slope: sign * slope.numerator * offset.denominator,
    offset: sign * offset.numerator * slope.denominator,
    denominator: sign * denominator,
  }
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
