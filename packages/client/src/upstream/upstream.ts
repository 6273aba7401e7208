import type { ParsedServices, PreparedOrder, UpstreamKind } from '@orderwright/core'
import type { CallOptions } from '../transport/deadline.ts'
import type { Outcome } from '../transport/outcome.ts'
import type { ListedOrder, OrderStatus } from './order-status.ts'
import type { CancelOutcome, RefillOutcome, RefillStatus } from './refill.ts'

/** What an upstream can do. A method for what it cannot fails with a `TypeError`: it is the caller's to ask first. */
export interface Capabilities {
  /** `orders` lists what the account has ordered, so that an `unknown` outcome can be looked up. */
  readonly canListOrders: boolean
  /** `refill` and `refillStatuses`; whether a service allows it is among its flags. */
  readonly canRefill: boolean
  /** `cancel`; whether a service allows it is among its flags. */
  readonly canCancel: boolean
  /** How many orders one request of `statuses` covers at best. */
  readonly statusBatchSize: number
}

export interface Balance {
  /** A decimal string. */
  readonly amount: string
  /** A code such as `USD`; QQTube names none. */
  readonly currency: string | undefined
}

/** How far a list of orders is read that does not end by itself; a list that goes on beyond fails as `unreadable`. */
export interface ListBounds {
  /** 1 to 100 000. Default 1000, so 500 000 orders. */
  readonly maxPages?: number | undefined
  /** For the whole list, looked at between pages, in milliseconds: 1 to 86 400 000. Default 600 000. */
  readonly maxDurationMs?: number | undefined
}

export interface OrdersOptions extends CallOptions, ListBounds {
  /** Lists what is older than this order. Default: from the newest on. */
  readonly before?: string | undefined
}

/**
 * What both clients offer, so that a caller need not know which upstream it talks to. All but `add` repeat
 * what failed in passing, and reject with an `UpstreamError`.
 */
export interface Upstream {
  readonly kind: UpstreamKind
  readonly capabilities: Capabilities
  services(options?: CallOptions): Promise<ParsedServices>
  balance(options?: CallOptions): Promise<Balance>
  /**
   * Sends an order, once. Resolves with its outcome whatever happens.
   *
   * @throws {TypeError} if the order is not one that `prepareOrder` made for this upstream.
   */
  add(order: PreparedOrder, options?: CallOptions): Promise<Outcome>
  /** One status for each id, in the order asked. `timeoutMs` is for each request. */
  statuses(orderIds: readonly string[], options?: CallOptions): Promise<readonly OrderStatus[]>
  /** The account's orders, newest first, as far as its bounds go. `timeoutMs` is for each request. */
  orders(options?: OrdersOptions): AsyncIterable<ListedOrder>
  /** Asks for a refill of each order, each once: one outcome for each id, in the order asked, whatever happens. */
  refill(orderIds: readonly string[], options?: CallOptions): Promise<readonly RefillOutcome[]>
  /** One status for each refill, in the order asked. */
  refillStatuses(refillIds: readonly string[], options?: CallOptions): Promise<readonly RefillStatus[]>
  /** Asks for each order to be canceled, each once: one outcome for each id, in the order asked, whatever happens. */
  cancel(orderIds: readonly string[], options?: CallOptions): Promise<readonly CancelOutcome[]>
}
