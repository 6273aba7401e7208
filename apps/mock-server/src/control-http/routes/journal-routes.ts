import * as v from 'valibot'
import type { MockControl } from '../../control/mock-control.ts'
import type { JournalEntry, JournalQuery } from '../../journal/journal.ts'
import { ControlError } from '../control-error.ts'
import { type ControlRoute, controlRoute, noParams, nothing } from '../control-route.ts'
import { journalEntrySchema, journalQueryEntries } from '../schemas/journal-schemas.ts'
import { queryNumber } from '../schemas/leaf-schemas.ts'

/** Longer than a slow suite waits, shorter than what stands between client and server gives up after. */
const longestWaitMs = 60_000
const usualWaitMs = 10_000

const found = v.strictObject({
  ...journalQueryEntries,
  after: v.optional(
    queryNumber(0, Number.MAX_SAFE_INTEGER, 'Only entries whose sequence is above this one.'),
  ),
  limit: v.optional(queryNumber(1, 100_000, 'At most so many, the latest ones.')),
})

const counted = v.strictObject(journalQueryEntries)

const awaited = v.strictObject({
  ...journalQueryEntries,
  timeoutMs: v.optional(queryNumber(0, longestWaitMs, `How long to wait, at most. Default: ${usualWaitMs}.`)),
})

async function firstOf(
  { journal }: MockControl,
  query: JournalQuery,
  timeoutMs: number,
  gone: AbortSignal,
): Promise<JournalEntry> {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    return await journal.waitFor(query, { signal: AbortSignal.any([timeout, gone]) })
  } catch {
    throw new ControlError(404, `No request that matches came within ${timeoutMs} ms.`)
  }
}

export const journalRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'GET',
    path: '/journal',
    operationId: 'findRequests',
    summary: 'List the requests that match, oldest first: each field that is given must be equal',
    params: found,
    body: nothing,
    answer: v.pipe(v.array(journalEntrySchema), v.readonly()),
    refusals: [],
    run({ control, params: { after = 0, limit, ...query } }) {
      const entries = control.journal.list(query).filter(({ sequence }) => sequence > after)
      return limit === undefined ? entries : entries.slice(-limit)
    },
  }),
  controlRoute({
    method: 'GET',
    path: '/journal/count',
    operationId: 'countRequests',
    summary: 'Count the requests that match and are kept',
    params: counted,
    body: nothing,
    answer: v.strictObject({ count: v.pipe(v.number(), v.integer()) }),
    refusals: [],
    run: ({ control, params }) => ({ count: control.journal.list(params).length }),
  }),
  controlRoute({
    method: 'GET',
    path: '/journal/wait',
    operationId: 'waitForRequest',
    summary: 'Answer with the first request that matches, as soon as it has come',
    params: awaited,
    body: nothing,
    answer: journalEntrySchema,
    refusals: [404],
    run: ({ control, params: { timeoutMs = usualWaitMs, ...query }, signal }) =>
      firstOf(control, query, timeoutMs, signal),
  }),
  controlRoute({
    method: 'DELETE',
    path: '/journal',
    operationId: 'clearJournal',
    summary: 'Forget the requests so far, and go on counting',
    params: noParams,
    body: nothing,
    answer: nothing,
    refusals: [],
    run: ({ control }) => control.journal.clear(),
  }),
]
