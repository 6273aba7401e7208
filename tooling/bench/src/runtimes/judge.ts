import {
  compileService,
  Decimal,
  type Issue,
  type OrderRequest,
  parseServices,
  type UpstreamKind,
} from '@orderwright/core'

/** A golden vector of `packages/core/test/fixtures`: an order at a catalogue's row, and what is expected of it. */
interface Vector {
  readonly upstream: UpstreamKind
  readonly service: Readonly<Record<string, unknown>>
  readonly order: OrderRequest
  readonly expect:
    | { readonly total: string }
    | { readonly approx: string }
    | { readonly issues: readonly Issue[] }
}

/** Judges vectors in whatever runs this: no module is imported, and nothing of a page or a server is used. */
export function judge(lines: readonly string[]): {
  readonly right: number
  readonly wrong: readonly string[]
} {
  const wrong = lines.filter(line => {
    // The fixtures are the project's own and are written in this shape.
    return !isRight(JSON.parse(line) as Vector)
  })
  return { right: lines.length - wrong.length, wrong }
}

function isRight({ upstream, service: row, order, expect }: Vector): boolean {
  const [service] = parseServices(upstream, [row]).services
  if (service === undefined) return false
  const compiled = compileService(service)
  const [issues, total, result] = [compiled.check(order), compiled.total(order), compiled.quote(order)]
  if ('issues' in expect) return total === undefined && same(issues, expect.issues)
  if (total === undefined || !result.ok || !result.quote.total.eq(total)) return false
  if ('total' in expect) return result.quote.total.eq(expect.total)
  const digits = (number: Decimal): string => number.toSignificantDigits(30).toFixed()
  return digits(result.quote.total) === digits(new Decimal(expect.approx))
}

/** Compares issues in any order, and their data in any order. */
function same(left: readonly Issue[], right: readonly Issue[]): boolean {
  const texts = (issues: readonly Issue[]): string =>
    issues
      .map(issue => JSON.stringify(Object.entries(issue).toSorted()))
      .toSorted()
      .join('\n')
  return texts(left) === texts(right)
}
