import type { Service } from '../catalogue/service.ts'
import { type Exact, isNegative, printExact } from '../money/exact.ts'
import type { Whole } from '../money/whole.ts'
import type { Issue } from '../rules/issue.ts'
import { lazyQuote, type PricedLines } from './lazy-quote.ts'
import { compileParams } from './params.ts'
import { compilePrice, type Lines } from './price.ts'
import { compileQuantity } from './quantity.ts'
import type { QuoteResult } from './quote.ts'
import { compileRequest, type OrderFields, type OrderRequest } from './read-request.ts'

/** One service, made ready to answer for many orders. Each method throws a `TypeError` as `quote` does. */
export interface CompiledService {
  /** Prices an order, as `quote(service, order)` does. */
  quote(order: OrderRequest): QuoteResult
  /** Returns all of the order's issues, or an empty list if it can be placed. */
  check(order: OrderRequest): readonly Issue[]
  /** Returns the total as a decimal string in plain notation, or `undefined` if the order has issues. */
  total(order: OrderRequest): string | undefined
}

/**
 * Reads the numbers and rules of a service once, and returns what checks and prices any number of orders at it. Every answer is the
 * one that `quote(service, order)` gives. What was read is remembered for as long as the service exists, which must not change.
 *
 * @throws {TypeError} if the service is no object, or a number in it is no decimal.
 *
 * @example
 * ```ts
 * const { services } = parseServices('panel', '[{"service":1,"name":"Followers","type":"Default","rate":"0.90","min":"50","max":"10000"}]')
 * const compiled = compileService(services[0])
 * compiled.total({ quantity: '1500' }) // '1.35'
 * compiled.total({ quantity: '5' }) // undefined
 * compiled.check({ quantity: '5' }) // [{ code: 'below_min', path: 'quantity', min: '50' }]
 * ```
 */
export function compileService(service: Service): CompiledService {
  return engineOf(service)
}

/** What a compiled service is made of, for those who have read an order already. */
export interface Engine extends CompiledService {
  read(order: OrderRequest): OrderFields
  quoteFields(fields: OrderFields): QuoteResult
  /** Finds the quantity that is priced, and adds its issues. */
  readQuantity(fields: OrderFields, issues: Issue[]): Whole
  /** Adds the issues of all params. */
  checkParams(fields: OrderFields, issues: Issue[]): void
  /** Returns what the order's modifiers make of a running total. */
  modify(fields: OrderFields, start: Exact): Exact
}

const engines = new WeakMap<Service, Engine>()

/** Returns the engine of a service, which is made for its first order. */
export function engineOf(service: Service): Engine {
  const known = engines.get(service)
  if (known !== undefined) return known
  if (typeof service !== 'object' || service === null) {
    throw new TypeError(
      `The service must be an object, was given ${service === null ? 'null' : typeof service}`,
    )
  }
  const engine = makeEngine(service)
  engines.set(service, engine)
  return engine
}

type Judged =
  | { readonly issues: readonly [Issue, ...Issue[]] }
  | (PricedLines & { readonly issues?: undefined })

function makeEngine(service: Service): Engine {
  const { slots, read } = compileRequest(service)
  const quantities = compileQuantity(service)
  const params = compileParams(service, slots)
  const price = compilePrice(service, slots, quantities)

  const addIssues = (fields: OrderFields, issues: Issue[]): Whole => {
    const quantity = quantities.read(fields, issues)
    params.check(fields, issues)
    if (fields.wantsDrip && service.drip === undefined) {
      issues.push({ code: 'drip_not_available', path: 'drip' })
    }
    return quantity
  }

  const judge = (fields: OrderFields): Judged => {
    const issues: Issue[] = []
    const quantity = addIssues(fields, issues)
    const [issue, ...others] = withoutRepetition(issues)
    if (issue !== undefined) return { issues: [issue, ...others] }
    const lines = price.lines(fields, quantity)
    const total = totalOf(lines)
    if (isNegative(total)) return { issues: [{ code: 'negative_total', path: 'quantity' }] }
    return { quantity, lines, total }
  }

  const quoteFields = (fields: OrderFields): QuoteResult => {
    const judged = judge(fields)
    if (judged.issues !== undefined) return { ok: false, issues: judged.issues }
    return { ok: true, quote: lazyQuote(service, judged) }
  }

  const neverNegative = !canBeNegative(service)
  return {
    read,
    quoteFields,
    readQuantity: quantities.read,
    checkParams: params.check,
    modify: price.modify,
    quote: order => quoteFields(read(order)),
    check: order => {
      const fields = read(order)
      if (!neverNegative) return judge(fields).issues ?? []
      const issues: Issue[] = []
      addIssues(fields, issues)
      return withoutRepetition(issues)
    },
    total: order => {
      const judged = judge(read(order))
      return judged.issues === undefined ? printExact(judged.total) : undefined
    },
  }
}

function totalOf(lines: Lines): Exact {
  return (lines[lines.length - 1] ?? lines[0]).total
}

/** Returns whether some order could have a total below 0, so that its price belongs to its check. */
function canBeNegative({ tiers, params, drip, increment }: Service): boolean {
  const isBelowZero = (number: string): boolean => number.includes('-')
  return (
    tiers.some(({ price, pricingPer }) => isBelowZero(price) || isBelowZero(pricingPer)) ||
    params.some(
      ({ modifier, isPriceModifier }) =>
        modifier !== undefined &&
        (!isPriceModifier || isBelowZero(modifier.by) || isBelowZero(modifier.every)),
    ) ||
    (drip !== undefined && (isBelowZero(drip.cost) || isBelowZero(increment)))
  )
}

/** Leaves out an issue that an earlier rule gave word for word. */
function withoutRepetition(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length < 2) return issues
  if (issues.length > few) return [...new Map(issues.map(issue => [JSON.stringify(issue), issue])).values()]
  return issues.some(isRepeated) ? issues.filter((...place) => !isRepeated(...place)) : issues
}

/** So many issues are compared in pairs; of more, that would take their square. */
const few = 16

function isRepeated(issue: Issue, index: number, issues: readonly Issue[]): boolean {
  for (let earlier = 0; earlier < index; earlier += 1) {
    const other = issues[earlier]
    if (
      other?.code === issue.code &&
      other.path === issue.path &&
      JSON.stringify(other) === JSON.stringify(issue)
    )
      return true
  }
  return false
}
