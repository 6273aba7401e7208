import { Decimal, describeIssue, parseDecimal, prepareOrder } from '@orderwright/core'
import { duplicateWindow, findDuplicates, judgeLimits, type OrderRecord } from '@orderwright/outbox'
import { aliasesOf } from '../accounts/alias-store.ts'
import type { UpstreamSnapshot } from '../catalogue/read-upstream.background.ts'
import { areLimitsUnreadable, limitsItem } from '../limits/limit-store.ts'
import { startOfDay } from '../limits/start-of-day.ts'
import { orderStore } from '../orders/history/order-store.ts'
import type { CheckoutIssue } from './issue.ts'
import type { PlaceOrder } from './messages.ts'
import { messages as texts } from './texts/en.generated.ts'

type Seen = Pick<PlaceOrder, 'seen' | 'reviewedAt'>

/** Returns every issue of an order that was confirmed. Call it while no other order can slip in between. */
export async function checkOrder(
  draft: OrderRecord,
  snapshot: UpstreamSnapshot,
  seen: Seen,
): Promise<readonly CheckoutIssue[]> {
  const changed = issuesBySnapshot(draft, snapshot)
  // What is ordered, and what it would cost, decides all the rest.
  if (changed.length > 0) return changed
  if (await areLimitsUnreadable()) return [{ code: 'limits_unreadable' }]
  const [records, limits, aliases] = await Promise.all([
    orderStore.list({}),
    limitsItem.get(),
    aliasesOf(draft.accountId),
  ])
  const now = Date.now()
  const { amount: balance, currency } = snapshot.balance
  return [
    ...judgeLimits(draft, { limits, records, aliases, currency, balance, dayStart: startOfDay(now) }),
    ...orderedBefore(draft, records, { ...seen, windowMs: duplicateWindow(limits) * 60_000, aliases, now }),
  ]
}

interface DuplicateContext extends Seen {
  readonly windowMs: number
  readonly aliases: readonly string[]
  readonly now: number
}

/** Returns the issue of the same order, through any account, within the window or since the review began, unless all were seen. */
function orderedBefore(
  draft: OrderRecord,
  records: readonly OrderRecord[],
  { seen, reviewedAt, windowMs, aliases, now }: DuplicateContext,
): readonly CheckoutIssue[] {
  const earlier = findDuplicates(records, draft, Math.max(windowMs, now - reviewedAt), now, aliases)
  return earlier.every(({ id }) => seen.includes(id)) ? [] : [{ code: 'ordered_before', earlier }]
}

/** Returns the issues by today's catalogue: no longer orderable, another service, another price. */
function issuesBySnapshot(
  { order, confirmed }: OrderRecord,
  { services }: UpstreamSnapshot,
): readonly CheckoutIssue[] {
  const service = services.find(({ id }) => id === order.serviceId)
  if (service === undefined) return [{ code: 'not_orderable', sentences: [texts.notOffered()] }]
  const result = prepareOrder(service, order)
  if (!result.ok) {
    return [{ code: 'not_orderable', sentences: result.issues.map(issue => describeIssue(issue)) }]
  }
  const { total } = result.quote
  const isAtPrice = total.eq(parseDecimal(confirmed.total) ?? new Decimal(Number.NaN))
  // A number may be given to another service.
  const { serviceName } = confirmed
  return [
    ...(service.name === serviceName
      ? []
      : [{ code: 'service_changed', confirmed: serviceName, now: service.name } as const]),
    ...(isAtPrice
      ? []
      : [{ code: 'price_changed', confirmed: confirmed.total, total: total.toFixed() } as const]),
  ]
}
