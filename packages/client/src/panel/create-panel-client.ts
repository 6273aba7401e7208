import type { ParsedServices, PreparedOrder } from '@orderwright/core'
import type { Ending } from '../ending.ts'
import type { CancelEnding } from '../item-ending.ts'
import type { FoundOrder, OrderStatus } from '../order-status.ts'
import type { FoundRefill, RefillEnding, RefillStatus } from '../refill.ts'
import type { ClientOptions } from '../transport/client-options.ts'
import type { CallOptions } from '../transport/deadline.ts'
import { createTransport } from '../transport/transport.ts'
import type { Balance, Upstream } from '../upstream.ts'
import { add } from './add.ts'
import { balance } from './balance.ts'
import { cancel } from './cancel.ts'
import { createPanelUpstream } from './create-panel-upstream.ts'
import { readRefusal } from './read-refusal.ts'
import { refillStatus, refillStatuses } from './refill-statuses.ts'
import { refills } from './refills.ts'
import { services } from './services.ts'
import { status, statuses } from './statuses.ts'

/**
 * The actions of the v2 panel API, and the interface that all clients share. Reads reject with an
 * `UpstreamError`. Where there are many ids there can be any number: 100 go in a request, and `timeoutMs` is for
 * each.
 */
export interface PanelClient {
  services(options?: CallOptions): Promise<ParsedServices>
  /**
   * Sends an order, once, and resolves with its ending whatever happens.
   *
   * @throws {TypeError} where the order lacks a service or asks for drip.
   */
  add(order: PreparedOrder, options?: CallOptions): Promise<Ending>
  status(orderId: string, options?: CallOptions): Promise<FoundOrder>
  statuses(orderIds: readonly string[], options?: CallOptions): Promise<readonly OrderStatus[]>
  /** Asks once, and resolves with an ending for each order whatever happens. */
  refill(orderIds: readonly string[], options?: CallOptions): Promise<readonly RefillEnding[]>
  refillStatus(refillId: string, options?: CallOptions): Promise<FoundRefill>
  refillStatuses(refillIds: readonly string[], options?: CallOptions): Promise<readonly RefillStatus[]>
  /** Asks once, and resolves with an ending for each order whatever happens. */
  cancel(orderIds: readonly string[], options?: CallOptions): Promise<readonly CancelEnding[]>
  balance(options?: CallOptions): Promise<Balance>
  readonly upstream: Upstream
}

/** As for QQTube, but that every panel has an address of its own. */
export interface PanelClientOptions extends ClientOptions {
  /** Such as `https://panel.example/api/v2`; http for loopback. */
  readonly baseUrl: string
}

/**
 * A client of a v2 panel, whose key is in no property, error or text.
 *
 * @throws {TypeError} {@link RangeError} naming the option that is wrong.
 */
export function createPanelClient(options: PanelClientOptions): PanelClient {
  const transport = createTransport(options, { keyField: 'key', defaultBaseUrl: undefined, readRefusal })
  return {
    services: (callOptions = {}) => services(transport, callOptions),
    add: (order, callOptions = {}) => add(transport, order, callOptions),
    status: (orderId, callOptions = {}) => status(transport, orderId, callOptions),
    statuses: (orderIds, callOptions = {}) => statuses(transport, orderIds, callOptions),
    refill: (orderIds, callOptions = {}) => refills(transport, orderIds, callOptions),
    refillStatus: (refillId, callOptions = {}) => refillStatus(transport, refillId, callOptions),
    refillStatuses: (refillIds, callOptions = {}) => refillStatuses(transport, refillIds, callOptions),
    cancel: (orderIds, callOptions = {}) => cancel(transport, orderIds, callOptions),
    balance: (callOptions = {}) => balance(transport, callOptions),
    upstream: createPanelUpstream(transport),
  }
}
