import type { PreparedOrder } from '@orderwright/core'
import type { HistoryEntry, OrderState } from './record-schema.ts'

/** What the person saw and agreed to. Amounts are decimal strings. */
export interface Confirmation {
  readonly total: string
  /** The quantity that was priced: given, or counted from lines. */
  readonly quantity: string
  /**
   * How many pieces that is in all, over all runs; `null` where nobody counts them, as in a package. An upstream may
   * not say so again.
   */
  readonly delivers: string | null
  /** The total is 0 now: each delivered order is charged when it is delivered. */
  readonly isChargedLater: boolean
  readonly currency: string | undefined
  readonly serviceName: string
  readonly targetTitle: string | undefined
  /** What the account showed before, where somebody had looked. */
  readonly balanceBefore: string | undefined
}

/**
 * One try to place an order, from before anything is sent until nothing more can become of it: plain data, to
 * be stored whole. `add` is called for it once at most; another try is another record (`nextTry`).
 * Times are in milliseconds since 1970.
 */
export interface OrderRecord {
  /** Made by the caller before anything is sent: the same id twice is the same order. */
  readonly id: string
  readonly accountId: string
  readonly order: PreparedOrder
  readonly confirmed: Confirmation
  /** Whether the upstream lists orders, so that an unknown one can be looked up. */
  readonly canListOrders: boolean
  readonly createdAt: number
  /** The try before this one. */
  readonly retryOf: string | undefined
  /** 1 for the first. */
  readonly attempt: number
  /** When it was given to the upstream; `undefined` proves that it never was. */
  readonly sentAt: number | undefined
  /** When it was first known to be placed. */
  readonly placedAt: number | undefined
  /**
   * The charge as last told before anything was given back, a decimal string: an upstream may show only what is left
   * of it.
   */
  readonly wholeCharge?: string | undefined
  readonly life: OrderState
  readonly history: readonly HistoryEntry[]
}

/** The upstream's number of the order, where it is known. */
export function orderIdOf({ life }: Pick<OrderRecord, 'life'>): string | undefined {
  return 'orderId' in life ? life.orderId : undefined
}

/** When it was sent, or else made. */
export function timeOf({ sentAt, createdAt }: Pick<OrderRecord, 'sentAt' | 'createdAt'>): number {
  return sentAt ?? createdAt
}

export type OrderSignature = Pick<OrderRecord, 'accountId' | 'order' | 'confirmed'>

/**
 * Whether two records order the same service in the same quantity for the same target, as by an accidental
 * second click; other params do not make it another, nor does a drip. Two accounts of one upstream share its services; those of two upstreams may share a number
 * alone, so across accounts the service's name counts too; not among `aliases`, which name the same upstream and key.
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

type SentOrder = Pick<OrderRecord, 'accountId' | 'order'>

/**
 * Whether two records under one id would send the very same request: whatever differs in it is another order, which the
 * id must not answer for. `isSameOrder` asks less, to find what may be ordered twice by accident.
 */
export function isSameRequest(left: SentOrder, right: SentOrder): boolean {
  const [one, other] = [left.order, right.order]
  return (
    left.accountId === right.accountId &&
    one.serviceId === other.serviceId &&
    one.target === other.target &&
    one.quantity === other.quantity &&
    one.drip === other.drip &&
    areSameParams(one.params, other.params)
  )
}

type Params = SentOrder['order']['params']

function areSameParams(left: Params, right: Params): boolean {
  const values = new Map(Object.entries(right))
  const entries = Object.entries(left)
  return entries.length === values.size && entries.every(([name, value]) => values.get(name) === value)
}
