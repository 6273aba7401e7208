import { exactNumber, type Json } from '../../http/json.ts'
import { progressOf } from '../../simulator/delivery.ts'
import type { Order } from '../../simulator/order.ts'
import { shortUrl } from './short-url.ts'

/** "Only used for YouTube Views services (ID 54, 55)" (the document, stats). */
const sentCountServices: ReadonlySet<string> = new Set(['54', '55'])

/** The fields that add, stats and submissions share, typed as in the document's examples. */
export function submissionCounts(
  order: Order,
  now: number,
): {
  readonly id_service_submission: string
  readonly short_url: string
  readonly start_count: Json
  readonly wanted_count: Json
  readonly current_count: Json
  readonly sent_count: Json
} {
  const { delivered } = progressOf(order, now)
  return {
    id_service_submission: order.id,
    short_url: shortUrl(order.target),
    start_count: exactNumber(String(order.startCount)),
    wanted_count: exactNumber(String(order.wanted)),
    current_count: exactNumber(String(order.startCount + delivered)),
    sent_count: sentCountServices.has(order.service.id) ? exactNumber(String(delivered)) : null,
  }
}
/** `2021-12-30 23:59:59`. The document names no zone; taken as UTC. */
export function dateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}
