import { UpstreamError } from './upstream-error.ts'

/** The caller's own `signal` ended the call. */
export class AbortedError extends UpstreamError {
  override readonly name = 'AbortedError'
  readonly kind = 'aborted'
}

/**
 * What a `fetch` that is handed in throws if it is certain that nothing has left this machine: the order is then
 * `not_sent`, not `unknown`. Its message is the reason, a sentence that a person reads; it must not name the URL.
 */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'
}

/** No connection, or one that broke before the answer was whole. */
export class NetworkError extends UpstreamError {
  override readonly name = 'NetworkError'
  readonly kind = 'network'
}

/** The upstream answered with a redirect. It is never followed: the key would go where it was not meant to. */
export class RedirectedError extends UpstreamError {
  override readonly name = 'RedirectedError'
  readonly kind = 'redirected'
}

/** The call's deadline (`timeoutMs`) passed before an answer was read. */
export class TimeoutError extends UpstreamError {
  override readonly name = 'TimeoutError'
  readonly kind = 'timeout'
}
