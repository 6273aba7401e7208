import type { Service } from '../catalogue/service.ts'
import { isNegative, printExact } from '../money/exact.ts'
import type { Whole } from '../money/whole.ts'
import type { Issue } from '../rules/issue.ts'
import { lazyQuote, type PricedLines } from './lazy-quote.ts'
import { checkParams, compileParams, type PlacedParam } from './params.ts'
import { canBeNegative, type Glance, isPlainlyValid } from './plainly-valid.ts'
import { type CompiledPrice, compilePrice, priceLines } from './price.ts'
import { type CompiledQuantity, compileQuantity, readQuantity } from './quantity.ts'
import type { QuoteResult } from './quote.ts'
import { type OrderFields, type OrderRequest, readRequest, type Slots, slotsOf } from './read-request.ts'

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
  const engine = engineOf(service)
  return {
    quote: order => quoteRead(engine, readOrder(engine, order)),
    check: order => check(engine, order),
    total: order => {
      const judged = judge(engine, readOrder(engine, order))
      return judged.issues === undefined ? printExact(judged.total) : undefined
    },
  }
}

/** What has been read of a service, for all of its orders. */
export interface Engine {
  readonly service: Service
  readonly slots: Slots
  readonly quantities: CompiledQuantity
  readonly params: readonly PlacedParam[]
  readonly price: CompiledPrice
  /** What tells of most orders that they are valid, once an order has been checked. */
  glance: Glance | undefined
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
  const slots = slotsOf(service)
  const quantities = compileQuantity(service)
  const engine = {
    service,
    slots,
    quantities,
    params: compileParams(service, slots),
    price: compilePrice(service, slots, quantities),
    glance: undefined,
  }
  engines.set(service, engine)
  return engine
}

export function readOrder({ service, slots }: Engine, order: OrderRequest): OrderFields {
  return readRequest(service, slots, order)
}

export function quoteRead(engine: Engine, fields: OrderFields): QuoteResult {
  const judged = judge(engine, fields)
  if (judged.issues !== undefined) return { ok: false, issues: judged.issues }
  return { ok: true, quote: lazyQuote(engine.service, judged) }
}

function check(engine: Engine, order: OrderRequest): readonly Issue[] {
  if (isPlainlyValid(engine, order)) return []
  const fields = readOrder(engine, order)
  const issues: Issue[] = []
  addIssues(engine, fields, issues)
  if (issues.length > 0) return withoutRepetition(issues)
  return canBeNegative(engine.service) ? (judge(engine, fields).issues ?? []) : []
}

type Judged =
  | { readonly issues: readonly [Issue, ...Issue[]] }
  | (PricedLines & { readonly issues?: undefined })

function judge(engine: Engine, fields: OrderFields): Judged {
  const issues: Issue[] = []
  const quantity = addIssues(engine, fields, issues)
  const [issue, ...others] = withoutRepetition(issues)
  if (issue !== undefined) return { issues: [issue, ...others] }
  const lines = priceLines(engine.price, fields, quantity)
  const { total } = lines[lines.length - 1] ?? lines[0]
  if (isNegative(total)) return { issues: [{ code: 'negative_total', path: 'quantity' }] }
  return { quantity, lines, total }
}

/** Adds all issues of the order, and returns the quantity that is priced. */
function addIssues({ quantities, params, service }: Engine, fields: OrderFields, issues: Issue[]): Whole {
  const quantity = readQuantity(quantities, fields, issues)
  checkParams(params, fields, issues)
  if (fields.wantsDrip && service.drip === undefined) {
    issues.push({ code: 'drip_not_available', path: 'drip' })
  }
  return quantity
}

/** Leaves out an issue that an earlier rule gave word for word. */
function withoutRepetition(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length < 2) return issues
  if (issues.length > few) return [...new Map(issues.map(issue => [JSON.stringify(issue), issue])).values()]
  for (let index = 1; index < issues.length; index += 1) {
    if (isRepeated(issues, index)) return issues.filter((_, place) => !isRepeated(issues, place))
  }
  return issues
}

/** So many issues are compared in pairs; of more, that would take their square. */
const few = 16

function isRepeated(issues: readonly Issue[], index: number): boolean {
  const issue = issues[index]
  for (let earlier = 0; earlier < index; earlier += 1) {
    const other = issues[earlier]
    if (other?.path !== issue?.path || other?.code !== issue?.code) continue
    if (JSON.stringify(other) === JSON.stringify(issue)) return true
  }
  return false
}
