import { UpstreamError } from './upstream-error.ts'

/** The upstream answered with a redirect. It is never followed: the key would go where it was not meant to. */
export class RedirectedError extends UpstreamError {
  override readonly name = 'RedirectedError'
  readonly kind = 'redirected'
}
