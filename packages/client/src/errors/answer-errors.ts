import { UpstreamError } from './upstream-error.ts'

/** An HTTP status of 400 or more, without an error in the upstream's own form. */
export class HttpStatusError extends UpstreamError {
  override readonly name = 'HttpStatusError'
  readonly kind = 'http_status'
}
