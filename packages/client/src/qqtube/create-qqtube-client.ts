import type { ParsedServices, PreparedOrder } from '@orderwright/core'
import * as v from 'valibot'
import type { CallOptions } from '../transport/deadline.ts'
import type { ClientOptions } from '../transport/options.ts'
import { catalogueLimitBytes } from '../transport/read-body.ts'
import { catalogue } from '../transport/rows.ts'
import { createTransport, type Transport } from '../transport/transport.ts'
import { amount, required } from '../transport/wire.ts'
import type { ListedOrder } from '../upstream/order-status.ts'
import type { OrdersOptions, Upstream } from '../upstream/upstream.ts'
import { add, type QqtubeOutcome } from './add.ts'
import { foundOrder } from './found-order.ts'
import { readRejection } from './messages.ts'
import { type SubmissionStats, stats } from './stats.ts'
import { statuses } from './statuses.ts'
import { type SubmissionPagesQuery, submissionPages } from './submission-pages.ts'
import { pageLimit, type Submission, type SubmissionsQuery, submissions } from './submissions.ts'

/** An `Upstream`, and the actions of QQTube v1 as its document types them. Reads reject with an `UpstreamError`. */
export interface QqtubeClient extends Upstream {
  /**
   * Sends an order, once, and resolves with its outcome whatever happens.
   *
   * @throws {TypeError} if the order lacks a service, a target or a quantity.
   */
  add(order: PreparedOrder, options?: CallOptions): Promise<QqtubeOutcome>
  stats(orderId: string, options?: CallOptions): Promise<SubmissionStats>
  /** Reads one page, newest first. */
  submissions(query?: SubmissionsQuery, options?: CallOptions): Promise<readonly Submission[]>
  /** Reads all of them, page by page, as far as its bounds go. `timeoutMs` is for each page. */
  submissionPages(query?: SubmissionPagesQuery, options?: CallOptions): AsyncIterable<readonly Submission[]>
  /** Reads the balance, a decimal string. */
  funds(options?: CallOptions): Promise<string>
}

/**
 * Creates a client of QQTube v1, whose key is in no property, error or text.
 *
 * @throws {TypeError} {@link RangeError} naming the option that is wrong.
 * @example
 * ```ts
 * const qqtube = createQqtubeClient({ apiKey: 'a key', baseUrl: 'http://localhost:2/' })
 * qqtube.capabilities.canListOrders // true
 * const order = { serviceId: '1', target: 'jofNR_WkoCE', quantity: '2000', drip: false, params: {} }
 * const outcome = await qqtube.add(order)
 * outcome.kind // 'not_sent'
 * outcome.code // 'connection_refused'
 * ```
 */
export function createQqtubeClient(options: ClientOptions): QqtubeClient {
  const transport = createTransport(options, {
    keyField: 'api_key',
    defaultBaseUrl: 'https://www.qqtube.com/v1-api',
    readRejection,
  })
  return {
    kind: 'qqtube',
    capabilities: { canListOrders: true, canRefill: false, canCancel: false, statusBatchSize: pageLimit },
    services: (callOptions = {}) => services(transport, callOptions),
    balance: async (callOptions = {}) => ({
      amount: await funds(transport, callOptions),
      currency: undefined,
    }),
    funds: (callOptions = {}) => funds(transport, callOptions),
    add: (order, callOptions = {}) => add(transport, order, callOptions),
    statuses: (orderIds, callOptions = {}) => statuses(transport, orderIds, callOptions),
    stats: (orderId, callOptions = {}) => stats(transport, orderId, callOptions),
    orders: (callOptions = {}) => orders(transport, callOptions),
    submissions: (query = {}, callOptions = {}) => submissions(transport, query, callOptions),
    submissionPages: (query = {}, callOptions = {}) => submissionPages(transport, query, callOptions),
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

const servicesAnswer = catalogue('qqtube')

/**
 * Returns the services that the account can order, and the defects of the catalogue. (QQTube v1 `services`.)
 *
 * @throws {UpstreamError}
 */
async function services(transport: Transport, options: CallOptions): Promise<ParsedServices> {
  const call = { method: 'GET', action: 'services', fields: [], limitBytes: catalogueLimitBytes } as const
  return await transport.read(call, servicesAnswer, options)
}

const fundsAnswer = v.pipe(
  v.object({ funds: required(amount) }),
  v.transform(({ funds }) => funds),
)

/**
 * Returns the funds on the account, as decimal string. (QQTube v1 `funds`.)
 *
 * @throws {UpstreamError}
 */
async function funds(transport: Transport, options: CallOptions): Promise<string> {
  return await transport.read({ method: 'GET', action: 'funds', fields: [] }, fundsAnswer, options)
}
