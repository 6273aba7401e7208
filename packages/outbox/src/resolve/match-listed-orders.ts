import type { ListedOrder } from '@orderwright/client'
import { orderIdOf, timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { agreement } from './agreement.ts'
import { clockOffsetMs, listedAt } from './clock-offset.ts'
import { defaultSettleMs, defaultToleranceMs } from './timing.ts'

/** More than these are no help to a person who has to choose. */
const shownCandidates = 20

export interface MatchContext {
  /** The account's other records: their orders are taken, and show how the upstream's clock goes. */
  readonly others: readonly OrderRecord[]
  /** When the reading began, by which the order's request had ended, whatever its own time says. Default: never. */
  readonly startedAt?: number | undefined
  /** Whether the listing reaches as far back as the order can be. Default: true. */
  readonly isWhole?: boolean | undefined
  /** Default: 5 minutes. */
  readonly settleMs?: number | undefined
  /** Default: 10 minutes. */
  readonly toleranceMs?: number | undefined
}

export type LookUpResult =
  | { readonly kind: 'found'; readonly order: ListedOrder }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly [ListedOrder, ...ListedOrder[]] }
  /** Nothing there can be it. A proof only if the look-up began at `settlesAt` or later. */
  | { readonly kind: 'absent'; readonly settlesAt: number }
  /** None of those that were `read` is it, and there are more: no proof of anything. */
  | { readonly kind: 'incomplete'; readonly read: number }

/**
 * Returns which of an upstream's orders a record is: the same service, quantity and target, and no other record's. The
 * one that was made at about that time is it. If there are several, if it may as well be another unknown
 * record's, or if the time alone speaks against it, the person has to choose, because the upstream's clock
 * and zone are not known. What the upstream leaves blank excludes nothing. Of a listing that was read in part, the one is
 * it only if the part reaches further back than its time.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const listed = { orderId: '77', serviceId: '3', target: 'jofNR_WkoCE', wantedCount: 1000, createdAt: '1970-01-01T00:00:01Z' }
 * matchListedOrders(draft, [listed], { others: [] }) // { kind: 'found', order: listed }
 * matchListedOrders(draft, [], { others: [] }) // { kind: 'absent', settlesAt: 300_000 }
 * ```
 */
export function matchListedOrders(
  record: OrderRecord,
  listed: readonly ListedOrder[],
  context: MatchContext,
): LookUpResult {
  return createMatcher(listed, context)(record)
}

/** Creates a function that matches any number of records with one listing, as `matchListedOrders` does; `others` may hold those records too. */
export function createMatcher(
  listed: readonly ListedOrder[],
  context: MatchContext,
): (record: OrderRecord) => LookUpResult {
  const { others, isWhole = true, startedAt = Number.POSITIVE_INFINITY } = context
  const { settleMs = defaultSettleMs, toleranceMs = defaultToleranceMs } = context
  const unique = [...new Map(others.map(other => [other.id, other])).values()]
  const taken = new Set(unique.map(orderIdOf))
  const offset = clockOffsetMs(listed, unique)
  const free = groupByService(
    listed.filter(({ orderId }) => !taken.has(orderId)),
    ({ serviceId }) => serviceId,
  )
  const rivals = groupByService(
    unique.filter(({ state }) => state.name === 'unknown'),
    ({ order }) => order.serviceId,
  )
  const oldest = listed.reduce(
    (first, order) => Math.min(first, listedAt(order) ?? first),
    Number.POSITIVE_INFINITY,
  )
  return record => {
    const sentAt = timeOf(record) + offset
    const distance = (order: ListedOrder): number =>
      Math.abs((listedAt(order) ?? Number.POSITIVE_INFINITY) - sentAt)
    const { serviceId } = record.order
    const possible = [...(free.get(serviceId) ?? []), ...(free.get(undefined) ?? [])]
      .filter(order => agreement(record, order) !== 'none')
      .toSorted((left, right) => compare(distance(left), distance(right)))

    const [first, ...more] = possible
    if (first === undefined) {
      if (!isWhole) return { kind: 'incomplete', read: listed.length }
      const endedAt = record.state.name === 'unknown' ? record.state.since : timeOf(record)
      return { kind: 'absent', settlesAt: Math.min(endedAt, startedAt) + settleMs }
    }
    const likely = possible.filter(
      order => agreement(record, order) === 'full' && distance(order) <= toleranceMs,
    )
    const [only] = likely
    // A rival is one at any time: a clock that was read wrongly must not tell two orders apart.
    const isRivals = (order: ListedOrder): boolean =>
      (rivals.get(serviceId) ?? []).some(
        rival => rival.id !== record.id && agreement(rival, order) === 'full',
      )
    const reachesBack = isWhole || oldest < sentAt - toleranceMs
    return only !== undefined && likely.length === 1 && reachesBack && !isRivals(only)
      ? { kind: 'found', order: only }
      : { kind: 'ambiguous', candidates: [first, ...more.slice(0, shownCandidates - 1)] }
  }
}

/** Groups by the service, so that each record is compared with few orders. What the upstream leaves blank is a group of its own. */
function groupByService<T>(
  items: readonly T[],
  serviceIdOf: (item: T) => string | undefined,
): ReadonlyMap<string | undefined, readonly T[]> {
  const groups = new Map<string | undefined, T[]>()
  for (const item of items) {
    const serviceId = serviceIdOf(item)
    const group = groups.get(serviceId)
    if (group === undefined) groups.set(serviceId, [item])
    else group.push(item)
  }
  return groups
}

/** Compares two numbers. Infinity minus itself is no number. */
function compare(left: number, right: number): number {
  return left === right ? 0 : left - right
}
