import { Decimal } from '../decimal.ts'
import type { Issue } from '../issue.ts'
import { countLines } from '../rules/text.ts'
import type { Service } from '../service.ts'
import { checkQuantity } from './check-quantity.ts'
import type { OrderFields } from './read-request.ts'

export interface ResolvedQuantity {
  /** That is priced; 0 where nothing is charged now, or where the issues say why there is none. */
  readonly quantity: Decimal
  readonly issues: readonly Issue[]
}

const plainInteger = /^\d+$/

/** The quantity that an order is priced for, from where the service says that it comes from. */
export function resolveQuantity(service: Service, fields: OrderFields): ResolvedQuantity {
  const source = service.quantitySource
  if (source.kind === 'given') return givenQuantity(service, fields.quantity.trim())
  const unwanted: readonly Issue[] =
    fields.quantity.trim() === '' ? [] : [{ code: 'unknown_param', path: 'quantity' }]
  if (source.kind !== 'lines')
    return { quantity: new Decimal(source.kind === 'one' ? 1 : 0), issues: unwanted }
  const count = new Decimal(countLines(fields.params.get(source.param) ?? ''))
  // No line at all is judged by the param's own `required`.
  const issues = count.isZero() ? [] : checkQuantity(service, count, source.param)
  return { quantity: count, issues: [...unwanted, ...issues] }
}

function givenQuantity(service: Service, text: string): ResolvedQuantity {
  const path = 'quantity'
  if (text === '') return { quantity: new Decimal(0), issues: [{ code: 'required', path }] }
  const quantity = new Decimal(plainInteger.test(text) ? text : 0)
  if (quantity.isZero()) return { quantity, issues: [{ code: 'not_an_integer', path }] }
  return { quantity, issues: checkQuantity(service, quantity, path) }
}
