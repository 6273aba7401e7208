import type { Service } from '../catalogue/service.ts'
import { parseDecimal } from '../money/decimal.ts'
import type { Issue } from '../rules/issue.ts'
import { isBlankText } from '../rules/text.ts'
import { engineOf, readOrder } from './compile-service.ts'
import { type Quote, quoteFields } from './quote.ts'
import { type OrderFields, type OrderRequest, textOf } from './read-request.ts'

export interface TargetedRequest extends OrderRequest {
  /** The link that is ordered for; blank if the service takes none. */
  readonly target?: string | undefined
}

/** An order that has been checked, ready to be stored and sent: plain data. */
export interface PreparedOrder {
  readonly serviceId: string
  /** Without white space around it or invisible characters in it; upstreams call it `url` or `link`. */
  readonly target: string | undefined
  /** A whole number as a decimal string; absent if the service takes none. */
  readonly quantity: string | undefined
  readonly drip: boolean
  /** The params that have a value, with `\n` line endings and, if their lines are counted, without blank lines. */
  readonly params: Readonly<Record<string, string>>
}

export type PreparedResult =
  | { readonly ok: true; readonly order: PreparedOrder; readonly quote: Quote }
  | {
      readonly ok: false
      readonly issues: readonly [Issue, ...Issue[]]
      /** What the order would cost, if only its link is at fault. */
      readonly quote?: Quote
    }

/**
 * Checks an order whole, its link included, prices it, and returns it as it is sent; or returns all of its issues. If only the
 * link is at fault, the quote comes with them, so that a form can show the price while the link is still missing.
 *
 * @throws {TypeError} as `quote` does.
 *
 * @example
 * ```ts
 * const { services } = parseServices('panel', '[{"service":1,"name":"Followers","type":"Default","rate":"0.90","min":"50","max":"10000"}]')
 * const prepared = prepareOrder(services[0], { target: ' https://example.com/x ', quantity: '1000' })
 * prepared.ok && prepared.order.target // 'https://example.com/x'
 * const unlinked = prepareOrder(services[0], { quantity: '1000' })
 * unlinked.issues // [{ code: 'required', path: 'target' }]
 * unlinked.quote.total.toFixed() // '0.9'
 * ```
 */
export function prepareOrder(service: Service, request: TargetedRequest): PreparedResult {
  const fields = readOrder(engineOf(service), request)
  const result = quoteFields(service, fields)
  const [issue, ...others] = checkTarget(service, request.target ?? '')
  if (issue !== undefined) {
    return result.ok
      ? { ok: false, issues: [issue, ...others], quote: result.quote }
      : { ok: false, issues: [issue, ...others, ...result.issues] }
  }
  if (!result.ok) return result
  const order: PreparedOrder = {
    serviceId: service.id,
    target: service.takesTarget ? normaliseTarget(request.target ?? '') : undefined,
    quantity: service.quantitySource.kind === 'given' ? result.quote.quantity.toFixed() : undefined,
    drip: fields.wantsDrip,
    params: sentParams(Object.keys(request.params ?? {}), fields),
  }
  return { ok: true, order, quote: result.quote }
}

/**
 * Returns a link as it is judged and sent: without white space around it, and without invisible characters (Unicode Cf, such as
 * U+200B or U+200E) anywhere. (reading) They come along when a link is copied from a page or a chat, and with them an upstream would
 * look for something that does not exist. A link that means one has it percent-encoded.
 *
 * @example
 * ```ts
 * normaliseTarget(' \u200ehttps://example.com/\u200bx ') // 'https://example.com/x'
 * ```
 */
export function normaliseTarget(target: string): string {
  return target.replace(/\p{Cf}+/gu, '').trim()
}

/**
 * Returns the issues of the link that is ordered for, with the path `target`. (reading) The target must be an http(s) link if the
 * service's example is one, or if it has a scheme itself. Any other text, such as a name that some panels take, must only have no
 * white space.
 *
 * @example
 * ```ts
 * checkTarget({ takesTarget: true, example: 'https://example.com/x' }, 'someone') // [{ code: 'not_a_link', path: 'target' }]
 * checkTarget({ takesTarget: true, example: '' }, 'someone') // []
 * ```
 */
export function checkTarget(
  service: Pick<Service, 'takesTarget' | 'example'>,
  target: string,
): readonly Issue[] {
  const path = 'target'
  const text = normaliseTarget(target)
  if (!service.takesTarget) return text === '' ? [] : [{ code: 'unknown_param', path }]
  if (text === '') return [{ code: 'required', path }]
  if (link.test(text)) return []
  const mustBeLink = link.test(normaliseTarget(service.example)) || /^[a-z][a-z0-9+.-]*:/i.test(text)
  return mustBeLink || /\s/.test(text) ? [{ code: 'not_a_link', path }] : []
}

/** Matches in one pass: after the first character of the host everything is one run, so no part is tried twice. */
const link = /^https?:\/\/[^\s/]\S*$/i

function sentParams(names: readonly string[], fields: OrderFields): Readonly<Record<string, string>> {
  const given = names.map(name => [name, textOf(fields, name)] as const)
  return Object.fromEntries(
    given.filter(([, value]) => !isBlankText(value)).map(([name, value]) => [name, sent(value)]),
  )
}

/** Trims numbers, in which white space is a slip of the buyer's. In a text it may be meant. */
function sent(value: string): string {
  return parseDecimal(value) === undefined ? value : value.trim()
}
