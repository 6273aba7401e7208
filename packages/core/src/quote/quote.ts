import type { Service } from '../catalogue/service.ts'
import type { Decimal } from '../money/decimal.ts'
import type { Issue } from '../rules/issue.ts'
import { engineOf, quoteRead, readOrder } from './compile-service.ts'
import type { OrderFields, OrderRequest } from './read-request.ts'
import type { Step } from './step.ts'

/** What an order costs, and how that comes about. */
export interface Quote {
  readonly serviceId: string
  /** The quantity that is priced: given, counted from lines, or fixed. */
  readonly quantity: Decimal
  /** In the account's currency, with the digits of `promisedDigits`, never rounded to cents. */
  readonly total: Decimal
  /** The way to the total, line by line, made when it is first read. */
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
 * `prices` and `params`; panel v2, services, `rate`.) What the service says is read with its first order, and remembered for as long as
 * the service exists, which must not change.
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
  const engine = engineOf(service)
  return quoteRead(engine, readOrder(engine, request))
}

/** Prices a request that has been read, as {@link quote} does. */
export function quoteFields(service: Service, fields: OrderFields): QuoteResult {
  return quoteRead(engineOf(service), fields)
}
