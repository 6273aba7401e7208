import type { OutcomeCode } from './outcome-code.ts'

export type UpstreamErrorKind =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'redirected'
  | 'http_status'
  | 'unreadable'
  | 'refused'

export interface UpstreamErrorDetails {
  readonly httpStatus?: number | undefined
  readonly retryAfterMs?: number | undefined
  readonly code?: OutcomeCode | undefined
}

/**
 * Why a read failed: the base of the seven classes that this package throws, told apart by `kind`. It holds no
 * cause, because what `fetch` throws can name the URL, and with it the key.
 */
export abstract class UpstreamError extends Error {
  abstract readonly kind: UpstreamErrorKind
  /** Absent where no status line was read. */
  readonly httpStatus: number | undefined
  /** How long the upstream asked to be left alone, where it did. */
  readonly retryAfterMs: number | undefined
  /** More exactly than `kind`, why no answer came through, such as `dns`; absent where one did. */
  readonly code: OutcomeCode | undefined

  constructor(message: string, details: UpstreamErrorDetails = {}) {
    super(message)
    this.httpStatus = details.httpStatus
    this.retryAfterMs = details.retryAfterMs
    this.code = details.code
  }
}
