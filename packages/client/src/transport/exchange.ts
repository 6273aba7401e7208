import type { NotSentCode, UnknownCode } from '../errors/outcome-code.ts'
import { NotSentError } from '../errors/request-errors.ts'
import type { Redact } from '../messages/redact.ts'
import { excerpt } from './answer.ts'
import { type Deadline, describeEnd } from './deadline.ts'
import { connectFailure, failureCode, isOffline } from './never-connected.ts'
import { readBody } from './read-body.ts'

/** The part of `fetch` that this package uses. One of your own may throw a {@link NotSentError}. */
export type Fetch = (url: string, init: RequestInit) => Promise<FetchResponse>

/** The part of a `Response` that this package reads: what no constructor makes, as an opaque redirect, can be given too. */
export type FetchResponse = Pick<Response, 'type' | 'status' | 'headers' | 'body'>

export interface WireRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** The body of a POST, form-urlencoded. */
  readonly body: URLSearchParams | undefined
  /** How much of the answer is read at most. */
  readonly limitBytes: number
}

/** What one request came to: a value, so that an order's outcome is decided with all of it in hand. */
export type Exchange = Answered | Redirected | Broken

export interface Answered {
  readonly kind: 'answered'
  readonly httpStatus: number
  /** The whole body, which may quote the key. */
  readonly text: string
  /** Its beginning, for a sentence. */
  readonly excerpt: string
  readonly retryAfterMs: number | undefined
}

export interface Redirected {
  readonly kind: 'redirected'
  /** Absent in a browser, which hides it. */
  readonly httpStatus: number | undefined
  readonly code: 'redirected'
  readonly reason: string
}

export type Broken = {
  readonly kind: 'broken'
  readonly cause: 'network' | 'timeout' | 'aborted' | 'too_long'
  /** Set if the answer broke off after its status line. */
  readonly httpStatus: number | undefined
  readonly reason: string
} & (
  | { readonly mayHaveArrived: true; readonly code: UnknownCode }
  /** Only if it is certain that nothing was sent. */
  | { readonly mayHaveArrived: false; readonly code: NotSentCode }
)

export interface ExchangeSettings {
  readonly fetch: Fetch
  readonly redact: Redact
}

/** Sends one request, once, and reads its answer. Never throws. */
export async function exchange(
  settings: ExchangeSettings,
  request: WireRequest,
  deadline: Deadline,
): Promise<Exchange> {
  if (deadline.signal.aborted)
    return notSent(deadline.endedBy(), deadline.endedBy(), 'The call was cancelled before anything was sent.')
  if (isOffline(request.url)) return notSent('network', 'offline', 'This machine is offline.')
  let httpStatus: number | undefined
  try {
    const response = await settings.fetch(request.url, {
      method: request.method,
      headers: { accept: 'application/json' },
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: deadline.signal,
    })
    if (isRedirect(response)) return redirected(response)
    httpStatus = response.status
    const text = await readBody(response, request.limitBytes)
    if (text === undefined) return tooLong(httpStatus, request.limitBytes)
    return {
      kind: 'answered',
      httpStatus,
      text,
      excerpt: excerpt(text, settings.redact),
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), Date.now()),
    }
  } catch (error) {
    return broken(error, httpStatus, deadline, settings.redact)
  }
}

/** Which of them it is depends on chance, on the system and on the version of Node. */
const closedByServer: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

function notSent(cause: Broken['cause'], code: NotSentCode, reason: string): Broken {
  return { kind: 'broken', cause, mayHaveArrived: false, httpStatus: undefined, code, reason }
}

function isRedirect(response: FetchResponse): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)
}

function redirected(response: FetchResponse): Redirected {
  // The body is of no use, and left unread it would hold the connection.
  response.body?.cancel().catch(() => undefined)
  const httpStatus = response.status === 0 ? undefined : response.status
  const status = httpStatus === undefined ? '' : ` (HTTP ${httpStatus})`
  return {
    kind: 'redirected',
    httpStatus,
    code: 'redirected',
    reason: `The upstream answered with a redirect${status}, which is not followed. Check the base URL.`,
  }
}

function tooLong(httpStatus: number, limitBytes: number): Broken {
  const reason = `The upstream's answer is longer than ${limitBytes / 1024 / 1024} MiB.`
  return {
    kind: 'broken',
    cause: 'too_long',
    mayHaveArrived: true,
    httpStatus,
    code: 'answer_too_long',
    reason,
  }
}

function broken(error: unknown, httpStatus: number | undefined, deadline: Deadline, redact: Redact): Broken {
  if (error instanceof NotSentError && httpStatus === undefined) {
    const cause = deadline.signal.aborted ? deadline.endedBy() : 'network'
    return notSent(cause, 'not_begun', redact(error.message))
  }
  const notConnected = httpStatus === undefined ? connectFailure(error) : undefined
  if (deadline.signal.aborted) {
    const endedBy = deadline.endedBy()
    const reason = describeEnd(deadline)
    return notConnected === undefined
      ? { kind: 'broken', cause: endedBy, mayHaveArrived: true, httpStatus, code: endedBy, reason }
      : notSent(endedBy, endedBy, reason)
  }
  const code = failureCode(error)
  // A `fetch` that was handed in may make its codes of anything.
  const detail = code === undefined ? '' : ` (${redact(code)})`
  if (notConnected !== undefined) {
    return notSent('network', notConnected, `No connection could be made${detail}.`)
  }
  return {
    kind: 'broken',
    cause: 'network',
    mayHaveArrived: true,
    httpStatus,
    code: closedByServer.has(code ?? '') ? 'connection_reset' : 'connection_lost',
    reason: `The connection failed before the answer was whole${detail}.`,
  }
}
/** The three forms of a date in HTTP begin with a day's name; `Date.parse` alone takes `1.5` for a day in 2001. */
const date = /^[a-z]{3,9},? /i

/**
 * Returns how long `Retry-After` asks to wait, in whole milliseconds: it names seconds, which some servers give with a
 * fraction, or a date. `undefined` if it does neither.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  const text = (header ?? '').slice(0, 100).trim()
  if (/^\d{1,9}(?:\.\d{1,20})?$/.test(text)) return Math.ceil(Number(text) * 1000)
  const at = date.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}
