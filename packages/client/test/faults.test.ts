import {
  type BrokenAnswerName,
  createMockServer,
  type MockServer,
  mockQqtubeKey,
} from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import {
  createQqtubeClient,
  type Outcome,
  type QqtubeClient,
  type UnknownCode,
  UpstreamError,
  type UpstreamErrorKind,
} from '../src/index.ts'
import { apiKey, order } from './fixtures.ts'
import { type Step, scriptedServer } from './scripted-server.ts'

const late = 'No whole answer came within 0.6 s.'
const network = 'The connection failed before the answer was whole.'

interface Row {
  readonly fault: BrokenAnswerName
  readonly reason: string
  readonly code: UnknownCode
  readonly httpStatus: number | undefined
  readonly kind: UpstreamErrorKind
}

const rows: readonly Row[] = [
  { fault: 'reset', code: 'connection_reset', reason: network, httpStatus: undefined, kind: 'network' },
  { fault: 'close', code: 'connection_reset', reason: network, httpStatus: undefined, kind: 'network' },
  { fault: 'garbage', code: 'connection_lost', reason: network, httpStatus: undefined, kind: 'network' },
  { fault: 'bad-chunk', code: 'connection_lost', reason: network, httpStatus: 200, kind: 'network' },
  { fault: 'truncated', code: 'connection_reset', reason: network, httpStatus: 200, kind: 'network' },
  { fault: 'truncated-reset', code: 'connection_reset', reason: network, httpStatus: 200, kind: 'network' },
  {
    fault: 'cut-json',
    code: 'unreadable_answer',
    reason: "The upstream's answer could not be read. It began: “{…”",
    httpStatus: 200,
    kind: 'unreadable',
  },
  {
    fault: 'html',
    code: 'unreadable_answer',
    reason: 'The upstream answered with a web page, “Please wait”, instead of JSON.',
    httpStatus: 200,
    kind: 'unreadable',
  },
  {
    fault: 'empty',
    code: 'unreadable_answer',
    reason: 'The upstream answered with nothing.',
    httpStatus: 200,
    kind: 'unreadable',
  },
  { fault: 'stall', code: 'timeout', reason: late, httpStatus: 200, kind: 'timeout' },
  { fault: 'no-answer', code: 'timeout', reason: late, httpStatus: undefined, kind: 'timeout' },
]

/** Which of Node's codes goes with a fault depends on its version. */
const nodeCode = / \([A-Z0-9_]+\)/

/** A reason without what differs from one answer to the next. */
function plainReason(reason: string): string {
  return reason.replace(nodeCode, '').replace(/“\{.*”$/s, '“{…”')
}

function plain(outcome: Outcome): Outcome {
  return outcome.kind === 'unknown' ? { ...outcome, reason: plainReason(outcome.reason) } : outcome
}

function clientOf(server: MockServer, kind: UpstreamErrorKind): QqtubeClient {
  return createQqtubeClient({
    apiKey: mockQqtubeKey,
    baseUrl: `${server.url}/v1-api`,
    // Long enough for the first half of a stalled answer on a busy machine.
    timeoutMs: kind === 'timeout' ? 600 : 10_000,
    retry: { limit: 2, minDelayMs: 1, maxDelayMs: 1 },
  })
}

describe.each(rows)("the mock's fault $fault", ({ fault, code, reason, httpStatus, kind }) => {
  test('leaves an order unknown, sent exactly once', async () => {
    await using server = await createMockServer()
    server.control.faults.add({ fault, action: 'add', times: 9 })
    const outcome = await clientOf(server, kind).add(order)
    expect(plain(outcome)).toStrictEqual({ kind: 'unknown', code, reason, httpStatus } satisfies Outcome)
    expect(server.control.requestLog.list({ action: 'add' })).toHaveLength(1)
  })

  test('fails a read by its kind, after the repetitions that may help', async () => {
    await using server = await createMockServer()
    server.control.faults.add({ fault, action: 'funds', times: 9 })
    const error: unknown = await clientOf(server, kind)
      .funds()
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UpstreamError)
    expect(error).toMatchObject({
      kind,
      httpStatus,
      code: httpStatus === 200 && kind === 'unreadable' ? undefined : code,
    })
    expect(error instanceof Error ? plainReason(error.message) : '').toBe(reason)
    expect(server.control.requestLog.list({ action: 'funds' })).toHaveLength(kind === 'timeout' ? 1 : 3)
  })

  test('does not fail a read that succeeds the next time', async () => {
    await using server = await createMockServer()
    server.control.faults.add({ fault, action: 'funds' })
    const funds = await clientOf(server, kind)
      .funds()
      .catch((error: Error) => error.name)
    expect(funds).toBe(kind === 'timeout' ? 'TimeoutError' : '1000')
  })
})

const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{"status"\r\n'

// The mock closes at once, and gives a length where it cuts an answer short.
test.each<[string, Step, number | undefined]>([
  ['a connection that is ended politely', ({ socket }) => socket?.end(), undefined],
  ['an answer in chunks without the last one', ({ socket }) => socket?.end(chunked), 200],
])('%s leaves an order unknown, sent exactly once', async (_, step, httpStatus) => {
  await using server = await scriptedServer(step)
  const outcome = await createQqtubeClient({ apiKey, baseUrl: server.url }).add(order)
  const code = 'connection_reset'
  expect(plain(outcome)).toStrictEqual({
    kind: 'unknown',
    code,
    reason: network,
    httpStatus,
  } satisfies Outcome)
  expect(server.requests).toHaveLength(1)
})
