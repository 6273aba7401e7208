import { Decimal, describeIssue, parseDecimal, prepareOrder } from '@orderwright/core'
import { checkLimits, type OrderRecord } from '@orderwright/outbox'
import type { Objection } from '../ordering/objection.ts'
import { orderStore } from '../storage/order-store.ts'
import type { Offer } from './read-offer.ts'

/** Everything that stands against an order that was confirmed. Asked where no other order can slip in between. */
export async function objectToOrder(draft: OrderRecord, offer: Offer): Promise<readonly Objection[]> {
  const changed = objectionByOffer(draft, offer)
  // What an order would cost decides all the rest.
  if (changed !== undefined) return [changed]
  const records = await orderStore.list({ accountId: draft.accountId })
  return checkLimits(draft, { records, caps: {}, balance: offer.balance.amount, dayStart: 0 })
}

/** By today's catalogue: still orderable, and at the price that was confirmed. */
function objectionByOffer({ order, confirmed }: OrderRecord, { services }: Offer): Objection | undefined {
  const service = services.find(({ id }) => id === order.serviceId)
  if (service === undefined) return { code: 'not_orderable', sentences: ['It is no longer offered.'] }
  const result = prepareOrder(service, order)
  if (!result.ok) {
    return { code: 'not_orderable', sentences: result.issues.map(issue => describeIssue(issue)) }
  }
  const { total } = result.quote
  if (total.eq(parseDecimal(confirmed.total) ?? new Decimal(Number.NaN))) return undefined
  return { code: 'price_changed', confirmed: confirmed.total, total: total.toFixed() }
}
