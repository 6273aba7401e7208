import { UnreadableError } from '../errors/answer-errors.ts'
import type { CallOptions } from '../transport/deadline.ts'
import { checkedInteger } from '../transport/options.ts'
import type { Transport } from '../transport/transport.ts'
import type { ListBounds } from '../upstream/upstream.ts'
import { checkedLimit, type Submission, type SubmissionsQuery, submissions } from './submissions.ts'

export interface SubmissionPagesQuery extends SubmissionsQuery, ListBounds {}

/**
 * Returns the account's orders in pages, newest first, each order once. It ends with a page that is not full.
 *
 * @throws {UnreadableError} if a full page brings nothing new or leads back to an earlier one, or if the list does
 *   not end within its bounds. To end there would say that there are no further orders, and an order that was taken
 *   would count as never placed. {@link RangeError} if the limit or a bound is out of its range.
 */
export function submissionPages(
  transport: Transport,
  { limit, before, maxPages, maxDurationMs }: SubmissionPagesQuery,
  options: CallOptions,
): AsyncGenerator<readonly Submission[], void, undefined> {
  // Checked here, since a generator's own body waits for the first page to be asked for.
  const bounds = {
    limit: checkedLimit(limit),
    maxPages: checkedInteger('maxPages', maxPages ?? 1000, 1, 100_000),
    maxDurationMs: checkedInteger('maxDurationMs', maxDurationMs ?? 600_000, 1, 86_400_000),
  }
  return pages(transport, bounds, before, options)
}

async function* pages(
  transport: Transport,
  {
    limit,
    maxPages,
    maxDurationMs,
  }: Readonly<Required<Record<'limit' | 'maxPages' | 'maxDurationMs', number>>>,
  start: string | undefined,
  options: CallOptions,
): AsyncGenerator<readonly Submission[], void, undefined> {
  const seen = new Set<string>()
  const asked = new Set<string | undefined>()
  const endsAt = performance.now() + maxDurationMs
  let before = start
  while (asked.size < maxPages) {
    asked.add(before)
    const page = await submissions(transport, { limit, before }, options)
    const fresh = page.filter(({ orderId }) => !seen.has(orderId))
    for (const { orderId } of fresh) seen.add(orderId)
    if (fresh.length > 0) yield fresh
    if (page.length < limit) return
    before = page.at(-1)?.orderId
    if (fresh.length === 0 || asked.has(before))
      throw new UnreadableError('The upstream answers the same page of orders again and again.')
    if (performance.now() > endsAt)
      throw new UnreadableError(`The upstream's list of orders did not end within ${maxDurationMs / 1000} s.`)
  }
  throw new UnreadableError(`The upstream's list of orders did not end within ${maxPages} pages.`)
}
