import { UpstreamError } from './upstream-error.ts'

/** No connection, or one that broke before the answer was whole. */
export class NetworkError extends UpstreamError {
  override readonly name = 'NetworkError'
  readonly kind = 'network'
}
