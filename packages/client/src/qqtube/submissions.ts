import * as v from 'valibot'
import type { CallOptions } from '../transport/deadline.ts'
import { checkedInteger, checkedText } from '../transport/options.ts'
import { readRows } from '../transport/rows.ts'
import type { Transport } from '../transport/transport.ts'
import { amount, count, id, readTime, required, text } from '../transport/wire.ts'
import { beforeField } from './fields.ts'

/** One order of the list. Counts are whole numbers, amounts decimal strings; what QQTube leaves blank is `undefined`. */
export interface Submission {
  readonly orderId: string
  readonly shortUrl: string | undefined
  readonly startCount: number | undefined
  readonly wantedCount: number | undefined
  readonly currentCount: number | undefined
  readonly statusId: number | undefined
  readonly serviceId: string | undefined
  readonly totalCost: string | undefined
  /** ISO 8601 in UTC. */
  readonly addedAt: string | undefined
}

export interface SubmissionsQuery {
  /** How many to list: 1 to 500. Default 500. */
  readonly limit?: number | undefined
  /** Lists what is older than this order. Default: from the newest on. */
  readonly before?: string | undefined
}

export const pageLimit = 500

const page = v.pipe(
  v.unknown(),
  v.transform(value => readRows(value, 'submissions')),
  v.array(
    v.pipe(
      v.object({
        id_service_submission: required(id),
        short_url: text,
        start_count: count,
        wanted_count: count,
        current_count: count,
        id_status: count,
        id_service: id,
        total_cost: amount,
        date_added: text,
      }),
      v.transform(row => ({
        orderId: row.id_service_submission,
        shortUrl: row.short_url,
        startCount: row.start_count,
        wantedCount: row.wanted_count,
        currentCount: row.current_count,
        statusId: row.id_status,
        serviceId: row.id_service,
        totalCost: row.total_cost,
        addedAt: readTime(row.date_added),
      })),
    ),
  ),
)

/** Returns the limit of a page. @throws {RangeError} if the limit is not 1 to 500. */
export function checkedLimit(limit: number | undefined): number {
  return checkedInteger('limit', limit ?? pageLimit, 1, pageLimit)
}

/**
 * Returns the account's orders, newest first, one page. (QQTube v1 `submissions`.)
 *
 * @throws {UpstreamError} {@link RangeError} if the limit is not 1 to 500.
 */
export async function submissions(
  transport: Transport,
  query: SubmissionsQuery,
  options: CallOptions,
): Promise<readonly Submission[]> {
  const limit = ['limit', String(checkedLimit(query.limit))] as const
  const before =
    query.before === undefined ? [] : ([[beforeField, checkedText('before', query.before).trim()]] as const)
  return await transport.read(
    { method: 'POST', action: 'submissions', fields: [limit, ...before] },
    page,
    options,
  )
}
