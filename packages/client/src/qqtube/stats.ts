import * as v from 'valibot'
import type { CallOptions } from '../transport/deadline.ts'
import { checkedText } from '../transport/options.ts'
import type { Transport } from '../transport/transport.ts'
import { amount, count, id, readTime, required, text } from '../transport/wire.ts'

/** One order in full. Counts are whole numbers, amounts decimal strings; what QQTube leaves blank is `undefined`. */
export interface SubmissionStats {
  readonly orderId: string
  readonly shortUrl: string | undefined
  readonly longUrl: string | undefined
  readonly startCount: number | undefined
  readonly wantedCount: number | undefined
  readonly currentCount: number | undefined
  /** For the views services 54 and 55 alone. */
  readonly sentCount: number | undefined
  readonly totalCost: string | undefined
  readonly status: SubmissionStatus
  readonly refundTotal: string | undefined
  /** ISO 8601 in UTC. */
  readonly refundTime: string | undefined
}

export interface SubmissionStatus {
  readonly id: number
  readonly name: string | undefined
  readonly type: string | undefined
  readonly description: string | undefined
}

const answer = v.object({
  id_service_submission: id,
  short_url: text,
  long_url: text,
  start_count: count,
  wanted_count: count,
  current_count: count,
  sent_count: count,
  total_cost: amount,
  status: v.object({ id_status: required(count), name: text, type: text, description: text }),
  refund_total: amount,
  refund_time: text,
})

/**
 * Returns one order in full. (QQTube v1 `stats`; the name of the request field is the answer's.)
 *
 * @throws {UpstreamError} {@link RefusedError} if QQTube does not know the order.
 */
export async function stats(
  transport: Transport,
  orderId: string,
  options: CallOptions,
): Promise<SubmissionStats> {
  const asked = checkedText('orderId', orderId).trim()
  const schema = v.pipe(
    answer,
    v.check(({ id_service_submission: given }) => given === undefined || given === asked),
    v.transform(row => ({
      orderId: asked,
      shortUrl: row.short_url,
      longUrl: row.long_url,
      startCount: row.start_count,
      wantedCount: row.wanted_count,
      currentCount: row.current_count,
      sentCount: row.sent_count,
      totalCost: row.total_cost,
      status: {
        id: row.status.id_status,
        name: row.status.name,
        type: row.status.type,
        description: row.status.description,
      },
      refundTotal: row.refund_total,
      refundTime: readTime(row.refund_time),
    })),
  )
  return await transport.read(
    { method: 'GET', action: 'stats', fields: [['id_service_submission', asked]] },
    schema,
    options,
  )
}
