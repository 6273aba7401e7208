import type { Service } from '../catalogue/service.ts'
import { Decimal, parseDecimal } from '../money/decimal.ts'
import { type Fraction, fraction } from '../money/fraction.ts'
import type { Issue } from '../rules/issue.ts'
import { countLines, isBlankText } from '../rules/text.ts'
import { checkQuantity } from './check-quantity.ts'
import type { OrderFields } from './read-request.ts'

export interface ResolvedQuantity {
  /** The quantity that is priced; 0 if nothing is charged now, or if the issues say that it is unusable. */
  readonly quantity: Decimal
  /** The same, to calculate with. */
  readonly amount: Fraction
  readonly issues: readonly Issue[]
}

const plainInteger = /^\d+$/

/** Finds the quantity that an order is priced for, where the service says that it comes from. */
export function resolveQuantity(service: Service, fields: OrderFields): ResolvedQuantity {
  const source = service.quantitySource
  if (source.kind === 'given') return givenQuantity(service, fields.quantity.trim())
  const unwanted: readonly Issue[] = isBlankText(fields.quantity)
    ? []
    : [{ code: 'unknown_param', path: 'quantity' }]
  if (source.kind !== 'lines') return resolved(source.kind === 'one' ? '1' : '0', unwanted)
  const count = String(countLines(fields.params.get(source.param) ?? ''))
  // No line at all is judged by the param's own `required`.
  const issues = count === '0' ? [] : checkQuantity(service, fraction(count), source.param)
  return resolved(count, [...unwanted, ...issues])
}

function givenQuantity(service: Service, text: string): ResolvedQuantity {
  const path = 'quantity'
  if (isBlankText(text)) return resolved('0', [{ code: 'required', path }])
  if (!plainInteger.test(text) || !parseDecimal(text)?.gt(0))
    return resolved('0', [{ code: 'not_an_integer', path }])
  return resolved(text, checkQuantity(service, fraction(text), path))
}

function resolved(text: string, issues: readonly Issue[]): ResolvedQuantity {
  return { quantity: countOf(text), amount: fraction(text), issues }
}

/** Skips the parsing of digits for a small whole number. */
function countOf(text: string): Decimal {
  return new Decimal(text.length < 7 ? Number(text) : text)
}
