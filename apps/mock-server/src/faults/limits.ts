import type { ServerResponse } from 'node:http'
import { durationMs } from '../clock/duration.ts'
import type { FaultStrategy, Sent } from './strategy.ts'

export type LimitName = 'error-429' | 'quota'

/** An upstream that is asked too often. */
export const limits: Readonly<Record<LimitName, FaultStrategy>> = {
  'error-429': {
    does: 'answers 429 with Retry-After',
    usually: 'before',
    takes: ['retryAfter'],
    sends: tooMany,
    deliver: (response, _answer, { settings }) =>
      sendTooMany(response, durationMs(settings.retryAfter ?? '30s', 'retryAfter')),
  },
  quota: {
    does: 'answers 429 with Retry-After to what an account sends beyond `limit` requests in a `window`',
    usually: 'before',
    takes: ['limit', 'window'],
    sends: tooMany,
    deliver: (response, _answer, { untilQuota }) => sendTooMany(response, untilQuota),
  },
}

const text = 'Too Many Requests'

function tooMany(): Sent {
  return { status: 429, body: text }
}

function sendTooMany(response: ServerResponse, retryAfterMs: number): void {
  response.writeHead(429, {
    'Content-Type': 'text/plain',
    'Content-Length': Buffer.byteLength(text),
    'Retry-After': String(Math.max(1, Math.ceil(retryAfterMs / 1000))),
  })
  response.end(text)
}
