import type { PreparedOrder } from '@orderwright/core'
import type { CallOptions } from '../transport/deadline.ts'
import type { ClientOptions } from '../transport/options.ts'
import { createTransport } from '../transport/transport.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { add, type QqtubeEnding } from './add.ts'
import { createQqtubeUpstream } from './create-qqtube-upstream.ts'
import { funds } from './funds.ts'
import { readRefusal } from './read-refusal.ts'
import { type SubmissionStats, stats } from './stats.ts'
import { type SubmissionPagesQuery, submissionPages } from './submission-pages.ts'
import { type Submission, type SubmissionsQuery, submissions } from './submissions.ts'

/** The five actions of QQTube v1, beside what all clients share. Reads reject with an `UpstreamError`. */
export interface QqtubeClient extends Omit<Upstream, 'add'> {
  /**
   * Sends an order, once, and resolves with its ending whatever happens.
   *
   * @throws {TypeError} where the order lacks a service, a target or a quantity.
   */
  add(order: PreparedOrder, options?: CallOptions): Promise<QqtubeEnding>
  stats(orderId: string, options?: CallOptions): Promise<SubmissionStats>
  /** One page, newest first. */
  submissions(query?: SubmissionsQuery, options?: CallOptions): Promise<readonly Submission[]>
  /** All of them, page by page, as far as its bounds go. `timeoutMs` is for each page. */
  submissionPages(query?: SubmissionPagesQuery, options?: CallOptions): AsyncIterable<readonly Submission[]>
  /** A decimal string. */
  funds(options?: CallOptions): Promise<string>
  /** What all clients share, alone. */
  readonly upstream: Upstream
}

/**
 * A client of QQTube v1, whose key is in no property, error or text.
 *
 * @throws {TypeError} {@link RangeError} naming the option that is wrong.
 */
export function createQqtubeClient(options: ClientOptions): QqtubeClient {
  const transport = createTransport(options, {
    keyField: 'api_key',
    defaultBaseUrl: 'https://www.qqtube.com/v1-api',
    readRefusal,
  })
  const upstream = createQqtubeUpstream(transport)
  return {
    ...upstream,
    add: (order, callOptions = {}) => add(transport, order, callOptions),
    stats: (orderId, callOptions = {}) => stats(transport, orderId, callOptions),
    submissions: (query = {}, callOptions = {}) => submissions(transport, query, callOptions),
    submissionPages: (query = {}, callOptions = {}) => submissionPages(transport, query, callOptions),
    funds: (callOptions = {}) => funds(transport, callOptions),
    upstream,
  }
}
