import * as v from 'valibot'
import { usualWaitMs } from '../../clock/waits.ts'
import type { LogEntry } from '../../request-log/entry.ts'
import { logEntrySchema } from '../../request-log/entry.ts'
import type { LogQuery } from '../../request-log/query.ts'
import { givenQueryEntries, logQueryEntries, sentFieldsSchema } from '../../request-log/query.ts'
import { VerificationError } from '../../request-log/verify.ts'
import { queryNumber } from '../../schema/leaf-schemas.ts'
import type { MockControl } from '../handle/mock-control.ts'
import { AdminError, type AdminRoute, adminRoute } from './route.ts'

/** Longer than a slow suite waits, shorter than what stands between client and server gives up after. */
const longestWaitMs = 60_000

const inQuery = { ...logQueryEntries, fields: sentFieldsSchema } as const

const found = v.strictObject({
  ...inQuery,
  after: v.optional(
    queryNumber(0, Number.MAX_SAFE_INTEGER, 'Only entries whose sequence is above this one.'),
  ),
  limit: v.optional(queryNumber(1, 100_000, 'At most so many, the latest ones.')),
})

const counted = v.strictObject(inQuery)

const awaited = v.strictObject({
  ...inQuery,
  timeoutMs: v.optional(queryNumber(0, longestWaitMs, `How long to wait, at most. Default: ${usualWaitMs}.`)),
})

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const verified = v.strictObject({
  ...givenQueryEntries,
  times: v.optional(v.pipe(count, v.description('Exactly so many.'))),
  atLeast: v.optional(v.pipe(count, v.description('Default: 1, where nothing else is given.'))),
  atMost: v.optional(count),
})

async function firstOf(
  { requestLog }: MockControl,
  query: LogQuery,
  timeoutMs: number,
  gone: AbortSignal,
): Promise<LogEntry> {
  try {
    return await requestLog.waitFor(query, { signal: gone, timeoutMs })
  } catch (error) {
    // A query that can match nothing.
    if (error instanceof RangeError) throw error
    throw new AdminError(404, `No request that matches came within ${timeoutMs} ms.`)
  }
}

export const requestLogRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/request-log', {
    operationId: 'findRequests',
    summary: 'List the requests that match, oldest first: each field that is given must be equal',
    params: found,
    answer: v.pipe(v.array(logEntrySchema), v.readonly()),
    errorStatuses: [422],
    run({ control, params: { after = 0, limit, ...query } }) {
      const entries = control.requestLog.list(query).filter(({ sequence }) => sequence > after)
      return limit === undefined ? entries : entries.slice(-limit)
    },
  }),
  adminRoute('GET', '/request-log/count', {
    operationId: 'countRequests',
    summary: 'Count the requests that match and are kept',
    params: counted,
    answer: v.strictObject({ count: v.pipe(v.number(), v.integer()) }),
    errorStatuses: [422],
    run: ({ control, params }) => ({ count: control.requestLog.list(params).length }),
  }),
  adminRoute('GET', '/request-log/wait', {
    operationId: 'waitForRequest',
    summary: 'Answer with the first request that matches, as soon as it has come',
    params: awaited,
    answer: logEntrySchema,
    errorStatuses: [404, 422],
    run: ({ control, params: { timeoutMs = usualWaitMs, ...query }, signal }) =>
      firstOf(control, query, timeoutMs, signal),
  }),
  adminRoute('POST', '/request-log/verify', {
    operationId: 'verifyRequests',
    summary:
      'Confirm that as many requests match and are kept as is said; else say which came, and which were nearly right',
    body: verified,
    errorStatuses: [409, 422],
    run({ control, body: { times, atLeast = times, atMost = times, hasSuggestions, ...query } }) {
      try {
        control.requestLog.verify(
          { ...query, hasSuggestions },
          { atLeast: atLeast ?? (atMost === undefined ? 1 : 0), atMost },
        )
      } catch (error) {
        if (error instanceof VerificationError) throw new AdminError(409, error.message)
        throw error
      }
      return undefined
    },
  }),
  adminRoute('DELETE', '/request-log', {
    operationId: 'clearRequestLog',
    summary: 'Forget the requests so far, and go on counting',
    run: ({ control }) => control.requestLog.clear(),
  }),
]
