import type { HistoryEntry, OrderRecord } from './record-schema.ts'

/**
 * Returns the upstream's number of the order, if it is known.
 *
 * @example
 * ```ts
 * orderIdOf({ state: { name: 'accepted', orderId: '77' } }) // '77'
 * orderIdOf({ state: { name: 'queued' } }) // undefined
 * ```
 */
export function orderIdOf({ state }: Pick<OrderRecord, 'state'>): string | undefined {
  return 'orderId' in state ? state.orderId : undefined
}

/** Returns when it was sent, or else made. */
export function timeOf({ sentAt, createdAt }: Pick<OrderRecord, 'sentAt' | 'createdAt'>): number {
  return sentAt ?? createdAt
}

export type OrderSignature = Pick<OrderRecord, 'accountId' | 'order' | 'confirmed'>

/**
 * Returns whether two records order the same service in the same quantity for the same target, as by an accidental
 * second click; other params do not make it another, nor does a drip. Two accounts of one upstream share its services; those of two upstreams may share a number
 * alone, so across accounts the service's name counts too; not among `aliases`, which name the same upstream and key.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * isSameOrder(draft, { ...draft, id: 'form-2' }) // true
 * isSameOrder(draft, { ...draft, accountId: 'b' }, ['a', 'b']) // true
 * isSameOrder(draft, { ...draft, order: { ...order, target: 'https://youtu.be/aaaaaaaaaaa' } }) // false
 * ```
 */
export function isSameOrder(
  left: OrderSignature,
  right: OrderSignature,
  aliases: readonly string[] = [],
): boolean {
  const isOneAccount =
    left.accountId === right.accountId || [left, right].every(({ accountId }) => aliases.includes(accountId))
  return (
    left.order.serviceId === right.order.serviceId &&
    (isOneAccount || left.confirmed.serviceName === right.confirmed.serviceName) &&
    left.confirmed.quantity === right.confirmed.quantity &&
    (left.order.target ?? '').trim() === (right.order.target ?? '').trim()
  )
}

/**
 * Returns what is the same of all records for which `isSameOrder` may hold: service, quantity and target, as one text. Stores find
 * by it what may be ordered twice.
 *
 * @example
 * ```ts
 * const order = { serviceId: '3', target: ' https://youtu.be/jofNR_WkoCE' }
 * signatureOf({ order, confirmed: { quantity: '1000' } }) // '["3","1000","https://youtu.be/jofNR_WkoCE"]'
 * ```
 */
export function signatureOf({ order, confirmed }: Pick<OrderRecord, 'order' | 'confirmed'>): string {
  return JSON.stringify([order.serviceId, confirmed.quantity, (order.target ?? '').trim()])
}

type SentOrder = Pick<OrderRecord, 'accountId' | 'order' | 'meta'>

/**
 * Returns everything that an id stands for, as one text: the account, all that is sent, and whose order it is. Under an id that is
 * taken, whatever differs in it is another order, which the id must not answer for. `isSameOrder` asks less, to find what may be
 * ordered twice by accident.
 *
 * @example
 * ```ts
 * const order = { serviceId: '3', target: 'a', quantity: '1000', drip: false, params: { b: '2', a: '1' } }
 * fingerprintOf({ accountId: 'main', order }) === fingerprintOf({ accountId: 'main', order: { ...order, quantity: '2000' } }) // false
 * ```
 */
export function fingerprintOf({ accountId, order, meta }: SentOrder): string {
  const { serviceId, target = null, quantity = null, drip, params } = order
  return JSON.stringify([accountId, serviceId, target, quantity, drip, sorted(params), sorted(meta ?? {})])
}

function sorted(values: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** How an order was sent matters most, then what happened last: the middle is what goes. */
const keptFirst = 10

const keptLast = 40

/** Returns the history with one entry more; at most 50 are kept. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const longer = [...history, entry]
  return longer.length <= keptFirst + keptLast
    ? longer
    : [...longer.slice(0, keptFirst), ...longer.slice(-keptLast)]
}
