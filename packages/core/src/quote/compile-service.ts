import type { Service } from '../catalogue/service.ts'
import type { Issue } from '../rules/issue.ts'
import { type QuoteResult, quoteFields } from './quote.ts'
import { type OrderRequest, readRequest } from './read-request.ts'

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
 * one that `quote(service, order)` gives.
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
  const quote = (order: OrderRequest): QuoteResult => quoteFields(service, readRequest(service, order))
  return {
    quote,
    check: order => {
      const result = quote(order)
      return result.ok ? [] : result.issues
    },
    total: order => {
      const result = quote(order)
      return result.ok ? result.quote.total.toFixed() : undefined
    },
  }
}
