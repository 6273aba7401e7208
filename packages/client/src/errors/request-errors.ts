import { UpstreamError } from './upstream-error.ts'

/** The caller's own `signal` ended the call. */
export class AbortedError extends UpstreamError {
  override readonly name = 'AbortedError'
  readonly kind = 'aborted'
}
