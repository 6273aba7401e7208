import type { Service, Tier } from '../catalogue/service.ts'
import { Decimal } from '../money/decimal.ts'
import { type Exact, quotient } from '../money/exact.ts'
import { ceilTo, floorTo, fraction, isLess, wholeStep } from '../money/fraction.ts'
import { isMultipleOf, shortWhole, type Whole, whole } from '../money/whole.ts'
import type { Issue } from '../rules/issue.ts'
import { countLines, isBlankText } from '../rules/text.ts'
import { type OrderFields, textOf } from './read-request.ts'

/** What a service says about the quantity, read once for all orders. */
export interface CompiledQuantity {
  readonly service: Service
  readonly tiers: readonly CompiledTier[]
  /** The least whole number that is not below the minimum. */
  readonly least: Whole
  /** The greatest upper end of the tiers as it is written, and the greatest whole number that is not above it. */
  readonly maximum: string | undefined
  readonly greatest: Whole
  /** Every orderable quantity is a multiple of it; 0 if there is none. */
  readonly step: Whole
}

export interface CompiledTier {
  readonly tier: Tier
  /** The least and the greatest whole number in it; `Infinity` if there is no upper end. */
  readonly from: Whole
  readonly to: Whole
  /** The price of one piece, once it has been asked for. */
  unitPrice: Exact | undefined
}

/**
 * Reads the numbers of a service that say which quantities can be ordered.
 *
 * @throws {TypeError} if one of them is no decimal.
 */
export function compileQuantity(service: Service): CompiledQuantity {
  const { increment } = service
  const maximum = greatestMaximum(service.tiers)
  const shortStep = shortWhole(increment)
  return {
    service,
    tiers: service.tiers.map(compileTier),
    least: ceiling(service.minimum),
    maximum,
    greatest: maximum === undefined ? Number.POSITIVE_INFINITY : floor(maximum),
    step: shortStep > 0 ? shortStep : whole(wholeStep(fraction(increment)) ?? 0n),
  }
}

function compileTier(tier: Tier): CompiledTier {
  return {
    tier,
    from: ceiling(tier.minimum),
    to: tier.maximum === undefined ? Number.POSITIVE_INFINITY : floor(tier.maximum),
    unitPrice: undefined,
  }
}

/** Finds the tier that contains a quantity. (reading) The first listed counts; both ends belong to a tier. */
export function tierFor({ tiers }: CompiledQuantity, quantity: Whole): CompiledTier | undefined {
  for (const tier of tiers) if (quantity >= tier.from && quantity <= tier.to) return tier
  return undefined
}

export function unitPriceOf(compiled: CompiledTier): Exact {
  const { tier } = compiled
  compiled.unitPrice ??= quotient(tier.price, tier.pricingPer)
  return compiled.unitPrice
}

/**
 * Finds the quantity that an order is priced for, where the service says that it comes from, and adds its issues. It is 0 if nothing is
 * charged now, or if the issues say that it is unusable.
 */
export function readQuantity(compiled: CompiledQuantity, fields: OrderFields, issues: Issue[]): Whole {
  const source = compiled.service.quantitySource
  if (source.kind === 'given') {
    const quantity = givenQuantity(fields.quantity, issues)
    if (quantity !== 0) checkBounds(compiled, quantity, 'quantity', issues)
    return quantity
  }
  if (!isBlankText(fields.quantity)) issues.push({ code: 'unknown_param', path: 'quantity' })
  if (source.kind !== 'lines') return source.kind === 'one' ? 1 : 0
  const count = countLines(textOf(fields, source.param))
  // No line at all is judged by the param's own `required`.
  if (count !== 0) checkBounds(compiled, count, source.param, issues)
  return count
}

/** Reads a whole, positive quantity, or adds the issue of a text that is none and returns 0. */
function givenQuantity(text: string, issues: Issue[]): Whole {
  const short = shortWhole(text)
  if (short > 0) return short
  const path = 'quantity'
  const trimmed = text.trim()
  if (isBlankText(trimmed)) issues.push({ code: 'required', path })
  else {
    const quantity = trimmed.length <= longest && plainInteger.test(trimmed) ? whole(BigInt(trimmed)) : 0
    if (quantity > 0) return quantity
    issues.push({ code: 'not_an_integer', path })
  }
  return 0
}

const plainInteger = /^\d+$/

/** As many digits as `parseDecimal` reads. */
const longest = 2010

/** Adds the issues of a whole, positive quantity against the service's minimum, increment and tiers. */
function checkBounds(compiled: CompiledQuantity, quantity: Whole, path: string, issues: Issue[]): void {
  const { service, maximum } = compiled
  const isBelow = quantity < compiled.least
  const isAbove = quantity > compiled.greatest
  if (isBelow) issues.push({ code: 'below_min', path, min: service.minimum })
  if (isAbove) issues.push({ code: 'above_max', path, max: new Decimal(maximum ?? 0).toFixed() })
  if (!isMultipleOf(quantity, compiled.step)) {
    issues.push({ code: 'not_a_multiple', path, increment: service.increment })
  }
  if (!isBelow && !isAbove && tierFor(compiled, quantity) === undefined) {
    issues.push({ code: 'no_price_tier', path })
  }
}

/** Returns the greatest upper end of the tiers as it is written, or `undefined` if a tier has no upper end. */
function greatestMaximum(tiers: readonly Tier[]): string | undefined {
  let greatest: string | undefined
  for (const { maximum } of tiers) {
    if (maximum === undefined) return undefined
    if (greatest === undefined || isLessText(greatest, maximum)) greatest = maximum
  }
  return greatest
}

function isLessText(left: string, right: string): boolean {
  const [short, other] = [shortWhole(left), shortWhole(right)]
  return short === -1 || other === -1 ? isLess(fraction(left), fraction(right)) : short < other
}

function floor(text: string): Whole {
  const short = shortWhole(text)
  return short === -1 ? whole(floorTo(fraction(text), 1n)) : short
}

function ceiling(text: string): Whole {
  const short = shortWhole(text)
  return short === -1 ? whole(ceilTo(fraction(text), 1n)) : short
}
