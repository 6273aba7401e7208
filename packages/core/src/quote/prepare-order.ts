import type { Service } from '../catalogue/service.ts'
import { checkTarget, normaliseTarget } from '../check-target.ts'
import { parseDecimal } from '../parse-decimal.ts'
import type { Issue } from '../rules/issue.ts'
import { isBlankText } from '../rules/text.ts'
import type { OrderRequest } from './order-request.ts'
import { type Quote, quoteFields } from './quote.ts'
import { readRequest } from './read-request.ts'

export interface TargetedRequest extends OrderRequest {
  /** The link that is ordered for; blank where the service takes none. */
  readonly target?: string | undefined
}

/** An order that has been checked, ready to be stored and sent: plain data. */
export interface PreparedOrder {
  readonly serviceId: string
  /** Without white space around it and invisible characters in it; upstreams call it `url` or `link`. */
  readonly target: string | undefined
  /** A whole number as decimal string; absent where the service takes none. */
  readonly quantity: string | undefined
  readonly drip: boolean
  /** The params that have a value, with `\n` line endings; those whose lines are counted have no blank ones. */
  readonly params: Readonly<Record<string, string>>
}

export type PreparedResult =
  | { readonly ok: true; readonly order: PreparedOrder; readonly quote: Quote }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/**
 * An order checked whole, its target included, quoted, and normalised to what is sent.
 *
 * @throws {TypeError} as `quote` does.
 */
export function prepareOrder(service: Service, request: TargetedRequest): PreparedResult {
  const fields = readRequest(service, request)
  const result = quoteFields(service, fields)
  const issues = [...checkTarget(service, request.target ?? ''), ...(result.ok ? [] : result.issues)]
  const [issue, ...others] = issues
  if (issue !== undefined) return { ok: false, issues: [issue, ...others] }
  if (!result.ok) return result
  const order: PreparedOrder = {
    serviceId: service.id,
    target: service.takesTarget ? normaliseTarget(request.target ?? '') : undefined,
    quantity: service.quantitySource.kind === 'given' ? result.quote.quantity.toFixed() : undefined,
    drip: fields.wantsDrip,
    params: sentParams(fields.params),
  }
  return { ok: true, order, quote: result.quote }
}

function sentParams(params: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  if (params.size === 0) return {}
  const given = [...params].filter(([, value]) => !isBlankText(value))
  return Object.fromEntries(given.map(([name, value]) => [name, sent(value)]))
}

/** White space around a number is a slip of the buyer's; in a text it may be meant. */
function sent(value: string): string {
  return parseDecimal(value) === undefined ? value : value.trim()
}
