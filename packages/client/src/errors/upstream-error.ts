import type { HttpStatusError, RefusedError, UnreadableError } from './answer-errors.ts'
import type { OutcomeCode } from './outcome-code.ts'
import type { AbortedError, NetworkError, RedirectedError, TimeoutError } from './request-errors.ts'

/** Every error that a read fails with: `kind` narrows it to one class. */
export type AnyUpstreamError =
  | NetworkError
  | TimeoutError
  | AbortedError
  | RedirectedError
  | HttpStatusError
  | UnreadableError
  | RefusedError

export type UpstreamErrorKind = AnyUpstreamError['kind']

export interface UpstreamErrorDetails {
  readonly httpStatus?: number | undefined
  readonly retryAfterMs?: number | undefined
  readonly code?: OutcomeCode | undefined
}

/**
 * Why a read failed: the base of the seven classes of `AnyUpstreamError`. It holds no
 * cause, because what `fetch` throws can name the URL, and with it the key.
 */
export abstract class UpstreamError extends Error {
  abstract readonly kind: string
  /** Absent if no status line was read. */
  readonly httpStatus: number | undefined
  /** How long the upstream asked to be left alone, if it did. */
  readonly retryAfterMs: number | undefined
  /** More exactly than `kind`, why no answer came through, such as `dns`; absent if one did. */
  readonly code: OutcomeCode | undefined

  constructor(message: string, details: UpstreamErrorDetails = {}) {
    super(message)
    this.httpStatus = details.httpStatus
    this.retryAfterMs = details.retryAfterMs
    this.code = details.code
  }
}

/**
 * Returns whether a value that was caught is an error of this package's, which `kind` then narrows.
 *
 * @example
 * ```ts
 * const client = createQqtubeClient({ apiKey: 'a key', baseUrl: 'http://localhost:2/', retry: { limit: 0 } })
 * const error = await client.balance().catch(caught => caught)
 * isUpstreamError(error) // true
 * error.kind // 'network'
 * isUpstreamError(new TypeError('Failed to fetch')) // false
 * ```
 */
export function isUpstreamError(value: unknown): value is AnyUpstreamError {
  return value instanceof UpstreamError
}
