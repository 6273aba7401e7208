import { catalogueLimits } from '../catalogue/limits.ts'
import { parseServices, rowsOf } from '../catalogue/parse-services.ts'
import type { Oddity, Problem } from '../catalogue/problems.ts'
import type { Service, UpstreamKind } from '../catalogue/service.ts'
import { isRow, type WireRow } from '../catalogue/wire.ts'
import { lintNumbers, printsThousandths } from './lint-numbers.ts'
import { lintParams } from './lint-params.ts'
import { lintTiers } from './lint-tiers.ts'

/** What is odd in a row, and where in it. */
export type Finding = Oddity & { readonly path: string }

const nameFields = { qqtube: 'public_name', panel: 'name' } as const satisfies Record<UpstreamKind, string>

/**
 * Returns everything that is wrong or odd in a catalogue: first the problems of `parseServices`, then what can be read and is most
 * likely not meant, row by row: a tier whose pieces cost more than those of a smaller order (`tier_inverted_price`), a greater order
 * that costs less in all (`price_cliff`), a tier that no order gets (`unreachable_tier`), rules that no value meets
 * (`contradicting_rules`), an option that its own field refuses (`option_breaks_rules`, at most 100 of a param), digits as another country writes them
 * (`suspicious_number`), and a name that an earlier service has (`duplicate_name`). `body` is as for `parseServices`.
 *
 * @throws {TypeError} if `upstream` is neither `'qqtube'` nor `'panel'`.
 *
 * @example
 * ```ts
 * const prices = [{ minimum: '1', maximum: '1000', pricing_per: '1', price: '2' }, { minimum: '1001', pricing_per: '1', price: '1' }]
 * const [cliff] = lintServices('qqtube', [{ id_service: '3', prices }])
 * cliff.path // 'prices[1]'
 * cliff.value // { quantity: '1000', total: '2000', greaterQuantity: '1001', greaterTotal: '1001', saving: '999' }
 * ```
 */
export function lintServices(upstream: UpstreamKind, body: unknown): readonly Problem[] {
  const found = rowsOf(body)
  const problems: Problem[] = [...parseServices(upstream, found ?? body).problems]
  const rows = (found ?? []).slice(0, catalogueLimits.services).filter(isRow)
  const names = new Map<string, string>()
  const numbers = { upstream, isOfThousandths: printsThousandths(upstream, rows) }
  for (const row of rows) {
    const parsed = parseServices(upstream, [row])
    const [service] = parsed.services
    const serviceId = service?.id ?? parsed.problems[0]?.serviceId
    const findings = [
      ...lintNumbers(row, numbers),
      ...(service === undefined ? [] : lintService(service, row, parsed.problems)),
      ...(service === undefined ? [] : lintName(service, nameFields[upstream], names)),
    ]
    for (const finding of findings) problems.push({ ...finding, serviceId, isFatal: false })
  }
  return problems
}

function lintService(service: Service, row: WireRow, problems: readonly Problem[]): readonly Finding[] {
  return [...lintTiers(service, pathsOfTiers(service, row, problems)), ...lintParams(service, row)]
}

/** Returns where each tier of the service stands in the row. A tier that is unusable is no tier of the service. */
function pathsOfTiers(
  { tiers }: Service,
  { prices }: WireRow,
  problems: readonly Problem[],
): readonly string[] {
  // A panel's row is one tier itself.
  if (!Array.isArray(prices)) return tiers.map(() => 'rate')
  const unusable = new Set(problems.flatMap(({ code, path }) => (code === 'unusable_tier' ? [path] : [])))
  return prices.flatMap((_, index) => (unusable.has(`prices[${index}]`) ? [] : [`prices[${index}]`]))
}

/** Names that differ in case or white space alone look the same to a buyer. */
function lintName({ id, name }: Service, path: string, names: Map<string, string>): readonly Finding[] {
  const looks = name.trim().replace(/\s+/g, ' ').toLowerCase()
  const earlierId = names.get(looks)
  if (earlierId === undefined && looks !== '') names.set(looks, id)
  // Of two rows with one id, `duplicate_id` says all.
  if (earlierId === undefined || earlierId === id) return []
  return [{ code: 'duplicate_name', path, value: { name, earlierId } }]
}
