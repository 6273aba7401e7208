import type { ParsedServices } from '@orderwright/core'
import * as v from 'valibot'
import type { CallOptions } from '../transport/deadline.ts'
import type { ClientOptions } from '../transport/options.ts'
import { unwrapped } from '../transport/own-error.ts'
import { catalogueLimitBytes } from '../transport/read-body.ts'
import { catalogue } from '../transport/rows.ts'
import { createTransport, type Transport } from '../transport/transport.ts'
import { amount, required, text } from '../transport/wire.ts'
import type { FoundOrder } from '../upstream/order-status.ts'
import type { FoundRefill } from '../upstream/refill.ts'
import type { Balance, Upstream } from '../upstream/upstream.ts'
import { add } from './add.ts'
import { batchSize } from './batch.ts'
import { cancel } from './cancel.ts'
import { readRejection } from './read-rejection.ts'
import { refillStatus, refillStatuses } from './refill-statuses.ts'
import { refills } from './refills.ts'
import { status, statuses } from './statuses.ts'

/**
 * An `Upstream`, and the actions of the v2 panel API about one id. Reads reject with an `UpstreamError`.
 * Of ids there can be any number: 100 go in a request, and `timeoutMs` is for each.
 */
export interface PanelClient extends Upstream {
  status(orderId: string, options?: CallOptions): Promise<FoundOrder>
  refillStatus(refillId: string, options?: CallOptions): Promise<FoundRefill>
}

/** As for QQTube, but that every panel has an address of its own. */
export interface PanelClientOptions extends ClientOptions {
  /** Such as `https://panel.example/api/v2`; http for loopback. */
  readonly baseUrl: string
}

/**
 * Creates a client of a v2 panel, whose key is in no property, error or text.
 *
 * @throws {TypeError} {@link RangeError} naming the option that is wrong.
 * @example
 * ```ts
 * const panel = createPanelClient({ apiKey: 'a key', baseUrl: 'https://panel.example/api/v2' })
 * panel.kind // 'panel'
 * panel.capabilities.canRefill // true
 * panel.capabilities.canListOrders // false
 * await panel.statuses(['1,2']) // [{ kind: 'missing', orderId: '1,2' }]
 * ```
 */
export function createPanelClient(options: PanelClientOptions): PanelClient {
  const transport = createTransport(options, { keyField: 'key', defaultBaseUrl: undefined, readRejection })
  return {
    kind: 'panel',
    capabilities: { canListOrders: false, canRefill: true, canCancel: true, statusBatchSize: batchSize },
    services: (callOptions = {}) => services(transport, callOptions),
    balance: (callOptions = {}) => balance(transport, callOptions),
    add: (order, callOptions = {}) => add(transport, order, callOptions),
    status: (orderId, callOptions = {}) => status(transport, orderId, callOptions),
    statuses: (orderIds, callOptions = {}) => statuses(transport, orderIds, callOptions),
    orders: () => {
      throw new TypeError('A panel lists no orders: ask capabilities.canListOrders first')
    },
    refill: (orderIds, callOptions = {}) => refills(transport, orderIds, callOptions),
    refillStatus: (refillId, callOptions = {}) => refillStatus(transport, refillId, callOptions),
    refillStatuses: (refillIds, callOptions = {}) => refillStatuses(transport, refillIds, callOptions),
    cancel: (orderIds, callOptions = {}) => cancel(transport, orderIds, callOptions),
  }
}

const servicesAnswer = catalogue('panel')

/**
 * Returns the services that the account can order, and the defects of the catalogue. (Panel v2 `services`.)
 *
 * @throws {UpstreamError}
 */
async function services(transport: Transport, options: CallOptions): Promise<ParsedServices> {
  const call = { method: 'POST', action: 'services', fields: [], limitBytes: catalogueLimitBytes } as const
  return await transport.read(call, servicesAnswer, options)
}

const balanceAnswer = v.pipe(
  v.unknown(),
  v.transform(unwrapped),
  v.object({ balance: required(amount), currency: text }),
  v.transform(({ balance, currency }) => ({ amount: balance, currency })),
)

/**
 * Returns what is on the account. (Panel v2 `balance`.)
 *
 * @throws {UpstreamError}
 */
async function balance(transport: Transport, options: CallOptions): Promise<Balance> {
  return await transport.read({ method: 'POST', action: 'balance', fields: [] }, balanceAnswer, options)
}
