import { UpstreamError } from './upstream-error.ts'

/** The call's deadline (`timeoutMs`) passed before an answer was read. */
export class TimeoutError extends UpstreamError {
  override readonly name = 'TimeoutError'
  readonly kind = 'timeout'
}
