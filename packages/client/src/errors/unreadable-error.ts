import { UpstreamError } from './upstream-error.ts'

/** An answer that is no JSON, or JSON that does not say what was asked for. */
export class UnreadableError extends UpstreamError {
  override readonly name = 'UnreadableError'
  readonly kind = 'unreadable'
}
