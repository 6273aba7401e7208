import { UnreadableError } from '../errors/unreadable-error.ts'
import type { CallOptions } from '../transport/deadline.ts'
import type { Transport } from '../transport/transport.ts'
import { checkedLimit, type Submission, type SubmissionsQuery, submissions } from './submissions.ts'

/**
 * The account's orders in pages, newest first, each order once. It ends with a page that is not full.
 *
 * @throws {UnreadableError} where a full page brings nothing new. To end there would say that there are no
 *   further orders, and an order that was taken would count as never placed. {@link RangeError} where the
 *   limit is not 1 to 500.
 */
export function submissionPages(
  transport: Transport,
  { limit, before }: SubmissionsQuery,
  options: CallOptions,
): AsyncGenerator<readonly Submission[], void, undefined> {
  // Checked here, since a generator's own body waits for the first page to be asked for.
  return pages(transport, checkedLimit(limit), before, options)
}

async function* pages(
  transport: Transport,
  limit: number,
  start: string | undefined,
  options: CallOptions,
): AsyncGenerator<readonly Submission[], void, undefined> {
  const seen = new Set<string>()
  let before = start
  for (;;) {
    const page = await submissions(transport, { limit, before }, options)
    const fresh = page.filter(({ orderId }) => !seen.has(orderId))
    for (const { orderId } of fresh) seen.add(orderId)
    if (fresh.length > 0) yield fresh
    if (page.length < limit) return
    if (fresh.length === 0)
      throw new UnreadableError('The upstream answers the same page of orders again and again.')
    before = page.at(-1)?.orderId
  }
}
