import * as v from 'valibot'
import { usualWaitMs } from '../../clock/waits.ts'
import type { LogEntry } from '../../request-log/entry.ts'
import { logEntrySchema } from '../../request-log/entry.ts'
import { harSchema } from '../../request-log/har.ts'
import type { LogQuery } from '../../request-log/query.ts'
import { queryEntries, textQueryEntries } from '../../request-log/query.ts'
import { queryNumber } from '../../schema/leaf-schemas.ts'
import type { MockControl } from '../handle/mock-control.ts'
import { AdminError, type AdminRoute, adminRoute, confirm } from './route.ts'

/** Longer than a slow suite waits, shorter than what stands between client and server gives up after. */
const longestWaitMs = 60_000

const found = v.strictObject({
  ...textQueryEntries,
  after: v.optional(
    queryNumber(0, Number.MAX_SAFE_INTEGER, 'Only entries whose sequence is above this one.'),
  ),
  limit: v.optional(queryNumber(1, 100_000, 'At most so many, the latest ones.')),
})

const counted = v.strictObject(textQueryEntries)

const awaited = v.strictObject({
  ...textQueryEntries,
  timeoutMs: v.optional(queryNumber(0, longestWaitMs, `How long to wait, at most. Default: ${usualWaitMs}.`)),
})

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

const foundByBody = v.strictObject({
  ...queryEntries,
  after: v.optional(v.pipe(whole, v.description('Only entries whose sequence is above this one.'))),
  limit: v.optional(v.pipe(whole, v.minValue(1), v.description('At most so many, the latest ones.'))),
})

const awaitedByBody = v.strictObject({
  ...queryEntries,
  timeoutMs: v.optional(v.pipe(whole, v.maxValue(longestWaitMs))),
})

const ordered = v.strictObject({
  requests: v.pipe(v.array(v.strictObject(queryEntries)), v.minLength(1), v.maxLength(1000)),
})

const verified = v.strictObject({
  ...queryEntries,
  times: v.optional(v.pipe(whole, v.description('Exactly so many.'))),
  atLeast: v.optional(v.pipe(whole, v.description('Default: 1, if nothing else is given.'))),
  atMost: v.optional(whole),
})

interface Page {
  readonly after?: number | undefined
  readonly limit?: number | undefined
}

function pageOf(
  { requestLog }: MockControl,
  { after = 0, limit, ...query }: LogQuery & Page,
): readonly LogEntry[] {
  const entries = requestLog.list(query).filter(({ sequence }) => sequence > after)
  return limit === undefined ? entries : entries.slice(-limit)
}

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
    run: ({ control, params }) => pageOf(control, params),
  }),
  adminRoute('POST', '/request-log/find', {
    operationId: 'findRequestsByMatch',
    summary: 'List the requests that match, oldest first: by conditions too',
    body: foundByBody,
    answer: v.pipe(v.array(logEntrySchema), v.readonly()),
    errorStatuses: [422],
    run: ({ control, body }) => pageOf(control, body),
  }),
  adminRoute('GET', '/request-log/count', {
    operationId: 'countRequests',
    summary: 'Count the requests that match and are kept',
    params: counted,
    answer: v.strictObject({ count: v.pipe(v.number(), v.integer()) }),
    errorStatuses: [422],
    run: ({ control, params }) => ({ count: control.requestLog.list(params).length }),
  }),
  adminRoute('GET', '/request-log/har', {
    operationId: 'exportRequestsAsHar',
    summary: 'Give the requests that match as an HTTP Archive 1.2, their keys removed',
    params: counted,
    answer: harSchema,
    errorStatuses: [422],
    run: ({ control, params }) => control.requestLog.har(params),
  }),
  adminRoute('GET', '/request-log/curl', {
    operationId: 'exportRequestsAsCurl',
    summary: 'Give a curl command for each request that matches, with the variable KEY where its key stood',
    params: counted,
    answer: v.strictObject({ commands: v.pipe(v.array(v.string()), v.readonly()) }),
    errorStatuses: [422],
    run: ({ control, params }) => ({ commands: control.requestLog.curl(params) }),
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
  adminRoute('POST', '/request-log/wait', {
    operationId: 'waitForRequestByMatch',
    summary: 'Answer with the first request that matches, as soon as it has come: by conditions too',
    body: awaitedByBody,
    answer: logEntrySchema,
    errorStatuses: [404, 422],
    run: ({ control, body: { timeoutMs = usualWaitMs, ...query }, signal }) =>
      firstOf(control, query, timeoutMs, signal),
  }),
  adminRoute('POST', '/request-log/verify', {
    operationId: 'verifyRequests',
    summary:
      'Confirm that as many requests match and are kept as is said; else say which came, and which were nearly right',
    body: verified,
    errorStatuses: [409, 422],
    run: ({ control, body: { times, atLeast = times, atMost = times, ...query } }) =>
      confirm(() =>
        control.requestLog.verify(query, { atLeast: atLeast ?? (atMost === undefined ? 1 : 0), atMost }),
      ),
  }),
  adminRoute('POST', '/request-log/verify-order', {
    operationId: 'verifyOrderOfRequests',
    summary: 'Confirm that requests came in this order, with any others between; else say which did not',
    body: ordered,
    errorStatuses: [409, 422],
    run: ({ control, body: { requests } }) => confirm(() => control.requestLog.verifyOrder(requests)),
  }),
  adminRoute('DELETE', '/request-log', {
    operationId: 'clearRequestLog',
    summary: 'Forget the requests so far, and go on counting',
    run: ({ control }) => control.requestLog.clear(),
  }),
]
