import type { Service, Tier } from '../catalogue/service.ts'
import type { Decimal } from '../money/decimal.ts'
import { add, divide, type Fraction, fraction, fractionToDecimal, multiply } from '../money/fraction.ts'
import type { Issue } from '../rules/issue.ts'
import { applyModifiers } from './apply-modifiers.ts'
import { checkParams } from './check-params.ts'
import { tierFor } from './check-quantity.ts'
import { type OrderFields, type OrderRequest, readRequest } from './read-request.ts'
import { type ResolvedQuantity, resolveQuantity } from './resolve-quantity.ts'
import type { Step } from './step.ts'

/** What an order costs, and how that comes about. */
export interface Quote {
  readonly serviceId: string
  /** The quantity that is priced: given, counted from lines, or fixed. */
  readonly quantity: Decimal
  /** In the account's currency, with the digits of `promisedDigits`, never rounded to cents. */
  readonly total: Decimal
  /** The way to the total, line by line. */
  readonly steps: readonly [Step, ...Step[]]
  /** If true, the total is 0 now, and each delivered order is charged when it is delivered. */
  readonly isChargedLater: boolean
}

export type QuoteResult =
  | { readonly ok: true; readonly quote: Quote }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/**
 * Prices an order exactly and returns the total with its steps, or returns all of the order's issues. The whole quantity is charged
 * at the price of the tier that contains it; then the params' modifiers act in catalogue order; drip comes last. (QQTube v1, services,
 * `prices` and `params`; panel v2, services, `rate`.)
 *
 * @throws {TypeError} if the request is no object, or a value in it is neither text, number nor boolean.
 *
 * @example
 * ```ts
 * const service = {
 *   id: '3', name: 'Views', category: 'Views', minimum: '1000', increment: '1000', params: [], drip: undefined,
 *   tiers: [{ minimum: '1000', maximum: undefined, pricingPer: '1000', price: '2.5' }],
 *   quantitySource: { kind: 'given' }, takesTarget: true, example: '', extra: {},
 *   flags: { geo: false, retention: false, refill: false, cancel: false, dripFeed: false },
 * }
 * const result = quote(service, { quantity: '3000' })
 * result.ok && result.quote.total.toFixed() // '7.5'
 * quote(service, { quantity: '1500' }).issues // [{ code: 'not_a_multiple', path: 'quantity', increment: '1000' }]
 * ```
 */
export function quote(service: Service, request: OrderRequest): QuoteResult {
  return quoteFields(service, readRequest(service, request))
}

/** Prices a request that has been read, as {@link quote} does. */
export function quoteFields(service: Service, fields: OrderFields): QuoteResult {
  const quantity = resolveQuantity(service, fields)
  const [issue, ...others] = withoutRepetition(
    quantity.issues,
    checkParams(service, fields),
    checkDrip(service, fields),
  )
  if (issue !== undefined) return { ok: false, issues: [issue, ...others] }
  return price(service, fields, quantity)
}

function price(service: Service, fields: OrderFields, resolved: ResolvedQuantity): QuoteResult {
  const { quantity } = resolved
  const base = basePrice(service, resolved)
  const modified = applyModifiers(service, fields, base.total)
  const drip = dripPrice(service, fields, resolved, modified.total)
  const steps: Quote['steps'] = [base.step, ...modified.steps, ...drip.steps]
  // Each step tells the running total after it.
  const { total } = steps.at(-1) ?? base.step
  if (total.isNegative() && !total.isZero()) {
    return { ok: false, issues: [{ code: 'negative_total', path: 'quantity' }] }
  }
  return {
    ok: true,
    quote: { serviceId: service.id, quantity, total, steps, isChargedLater: base.step.kind === 'later' },
  }
}

function basePrice(
  service: Service,
  { quantity, amount }: ResolvedQuantity,
): { readonly total: Fraction; readonly step: Step } {
  const tier = tierFor(service, amount)
  // A checked quantity lies in a tier, unless nothing is charged now.
  if (service.quantitySource.kind === 'later' || tier === undefined) {
    return { total: fraction('0'), step: { kind: 'later', total: fractionToDecimal(fraction('0')) } }
  }
  const total = prorated(amount, tier)
  return { total, step: { kind: 'base', tier, quantity, total: fractionToDecimal(total) } }
}

function prorated(amount: Fraction, { price, pricingPer }: Tier): Fraction {
  return divide(multiply(amount, fraction(price)), fraction(pricingPer))
}

function dripPrice(
  { drip, increment }: Service,
  { wantsDrip }: OrderFields,
  { quantity, amount }: ResolvedQuantity,
  before: Fraction,
): { readonly total: Fraction; readonly steps: readonly Step[] } {
  if (!wantsDrip || drip === undefined) return { total: before, steps: [] }
  const addend = multiply(divide(amount, fraction(increment)), fraction(drip.cost))
  const total = add(before, addend)
  const step: Step = {
    kind: 'drip',
    quantity,
    increment,
    cost: drip.cost,
    addend: fractionToDecimal(addend),
    total: fractionToDecimal(total),
  }
  return { total, steps: [step] }
}

function checkDrip(service: Service, { wantsDrip }: OrderFields): readonly Issue[] {
  return wantsDrip && service.drip === undefined ? [{ code: 'drip_not_available', path: 'drip' }] : []
}

/** Joins the issues; one that two rules give word for word is given once. */
function withoutRepetition(...lists: readonly (readonly Issue[])[]): readonly Issue[] {
  const issues = lists.flat()
  if (issues.length < 2) return issues
  const unique = new Map(issues.map(issue => [JSON.stringify(issue), issue]))
  return [...unique.values()]
}
