import type { Transport } from '../transport/transport.ts'
import type { ListedOrder } from '../upstream/order-status.ts'
import type { OrdersOptions, Upstream } from '../upstream/upstream.ts'
import { add } from './add.ts'
import { foundOrder } from './found-order.ts'
import { funds } from './funds.ts'
import { services } from './services.ts'
import { statuses } from './statuses.ts'
import { submissionPages } from './submission-pages.ts'
import { pageLimit } from './submissions.ts'

/** QQTube v1 in the form that all upstreams share. */
export function createQqtubeUpstream(transport: Transport): Upstream {
  return {
    kind: 'qqtube',
    capabilities: { canListOrders: true, canRefill: false, canCancel: false, statusBatchSize: pageLimit },
    services: (options = {}) => services(transport, options),
    balance: async (options = {}) => ({ amount: await funds(transport, options), currency: undefined }),
    add: (order, options = {}) => add(transport, order, options),
    statuses: (orderIds, options = {}) => statuses(transport, orderIds, options),
    orders: (options = {}) => orders(transport, options),
    refill: () => cannot('refill', 'canRefill'),
    refillStatuses: () => cannot('refillStatuses', 'canRefill'),
    cancel: () => cannot('cancel', 'canCancel'),
  }
}

function cannot(method: string, capability: string): Promise<never> {
  return Promise.reject(new TypeError(`QQTube has no ${method}: ask capabilities.${capability} first`))
}

async function* orders(
  transport: Transport,
  { before, maxPages, maxDurationMs, ...options }: OrdersOptions,
): AsyncGenerator<ListedOrder, void, undefined> {
  for await (const page of submissionPages(transport, { before, maxPages, maxDurationMs }, options)) {
    for (const row of page) {
      yield {
        ...foundOrder({ ...row, sentCount: undefined }),
        serviceId: row.serviceId,
        target: row.shortUrl,
        createdAt: row.addedAt,
      }
    }
  }
}
