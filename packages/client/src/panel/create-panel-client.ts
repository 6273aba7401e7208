import type { CallOptions } from '../transport/deadline.ts'
import type { ClientOptions } from '../transport/options.ts'
import { createTransport } from '../transport/transport.ts'
import type { FoundOrder } from '../upstream/order-status.ts'
import type { FoundRefill } from '../upstream/refill.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { createPanelUpstream } from './create-panel-upstream.ts'
import { readRefusal } from './read-rejection.ts'
import { refillStatus } from './refill-statuses.ts'
import { status } from './statuses.ts'

/**
 * What all clients share, and the actions of the v2 panel API about one id. Reads reject with an `UpstreamError`.
 * Of ids there can be any number: 100 go in a request, and `timeoutMs` is for each.
 */
export interface PanelClient extends Upstream {
  status(orderId: string, options?: CallOptions): Promise<FoundOrder>
  refillStatus(refillId: string, options?: CallOptions): Promise<FoundRefill>
  /** What all clients share, alone. */
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
  const upstream = createPanelUpstream(transport)
  return {
    ...upstream,
    status: (orderId, callOptions = {}) => status(transport, orderId, callOptions),
    refillStatus: (refillId, callOptions = {}) => refillStatus(transport, refillId, callOptions),
    upstream,
  }
}
