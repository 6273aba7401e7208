import { describe, expect, test } from 'vitest'
import {
  createQqtubeClient,
  type Outcome,
  type UnknownCode,
  UpstreamError,
  type UpstreamErrorKind,
} from '../src/index.ts'
import { faults } from './faults.ts'
import { apiKey, order } from './fixtures.ts'
import { answer, scriptedServer } from './scripted-server.ts'

const late = 'No whole answer came within 0.15 s.'
const network = 'The connection failed before the answer was whole.'

interface Row {
  readonly fault: keyof typeof faults
  readonly reason: string
  readonly code: UnknownCode
  readonly httpStatus: number | undefined
  readonly kind: UpstreamErrorKind
}

const rows: readonly Row[] = [
  { fault: 'reset', code: 'connection_reset', reason: network, httpStatus: undefined, kind: 'network' },
  { fault: 'destroy', code: 'connection_reset', reason: network, httpStatus: undefined, kind: 'network' },
  { fault: 'end', code: 'connection_reset', reason: network, httpStatus: undefined, kind: 'network' },
  { fault: 'garbage', code: 'connection_lost', reason: network, httpStatus: undefined, kind: 'network' },
  { fault: 'badChunk', code: 'connection_lost', reason: network, httpStatus: 200, kind: 'network' },
  { fault: 'chunkedCutShort', code: 'connection_reset', reason: network, httpStatus: 200, kind: 'network' },
  { fault: 'shorterThanLength', code: 'connection_reset', reason: network, httpStatus: 200, kind: 'network' },
  { fault: 'partThenReset', code: 'connection_reset', reason: network, httpStatus: 200, kind: 'network' },
  {
    fault: 'jsonCutShort',
    code: 'unreadable_answer',
    reason: 'The upstream\'s answer could not be read. It began: “{"status":"success","id_service_subm”',
    httpStatus: 200,
    kind: 'unreadable',
  },
  {
    fault: 'htmlPage',
    code: 'unreadable_answer',
    reason: 'The upstream answered with a web page, “Just a moment”, instead of JSON.',
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
  { fault: 'stallAfterHeaders', code: 'timeout', reason: late, httpStatus: 200, kind: 'timeout' },
  { fault: 'neverAnswers', code: 'timeout', reason: late, httpStatus: undefined, kind: 'timeout' },
]

test('there is a row for each fault', () => {
  expect(rows.map(({ fault }) => fault)).toStrictEqual(Object.keys(faults))
})

/** Which of Node's codes goes with a fault depends on its version. */
const nodeCode = / \([A-Z0-9_]+\)/

function withoutCode(outcome: Outcome): Outcome {
  return outcome.kind === 'unknown' ? { ...outcome, reason: outcome.reason.replace(nodeCode, '') } : outcome
}

function timeoutFor(kind: UpstreamErrorKind): number {
  return kind === 'timeout' ? 150 : 10_000
}

describe.each(rows)('$fault', ({ fault, code, reason, httpStatus, kind }) => {
  test('leaves an order unknown, sent exactly once', async () => {
    await using server = await scriptedServer(faults[fault])
    const client = createQqtubeClient({ apiKey, baseUrl: server.url, timeoutMs: timeoutFor(kind) })
    const outcome = await client.add(order)
    expect(withoutCode(outcome)).toStrictEqual({
      kind: 'unknown',
      code,
      reason,
      httpStatus,
    } satisfies Outcome)
    expect(server.requests).toHaveLength(1)
  })

  test('fails a read by its kind, after the repetitions that may help', async () => {
    await using server = await scriptedServer(faults[fault])
    const retry = { limit: 2, minDelayMs: 1, maxDelayMs: 1 }
    const client = createQqtubeClient({ apiKey, baseUrl: server.url, timeoutMs: timeoutFor(kind), retry })
    const error: unknown = await client.funds().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UpstreamError)
    expect(error).toMatchObject({
      kind,
      httpStatus,
      code: httpStatus === 200 && kind === 'unreadable' ? undefined : code,
    })
    expect(error instanceof Error ? error.message.replace(nodeCode, '') : '').toBe(reason)
    expect(server.requests).toHaveLength(kind === 'timeout' ? 1 : 3)
  })

  test('does not fail a read that succeeds the next time', async () => {
    await using server = await scriptedServer(faults[fault], answer({ funds: '34.21' }))
    const retry = { minDelayMs: 1, maxDelayMs: 1 }
    const client = createQqtubeClient({ apiKey, baseUrl: server.url, timeoutMs: timeoutFor(kind), retry })
    const funds = await client.funds().catch((error: Error) => error.name)
    expect(funds).toBe(kind === 'timeout' ? 'TimeoutError' : '34.21')
  })
})
