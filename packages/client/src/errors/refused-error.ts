import { type Refusal, refusalOf } from '../messages/rejection.ts'
import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { UpstreamError, type UpstreamErrorDetails } from './upstream-error.ts'

/** The upstream's own error, in its own words, whatever the HTTP status that came with it. */
export class RefusedError extends UpstreamError {
  override readonly name = 'RefusedError'
  readonly kind = 'refused'
  /** As the upstream gave them, the key removed; may be empty. */
  readonly messages: readonly UpstreamMessage[]

  /** Their kind, by a table of known words. */
  readonly refusal: Refusal

  constructor(messages: readonly UpstreamMessage[], details: UpstreamErrorDetails = {}) {
    const said = messages.map(message => message.text).join(' ')
    super(said === '' ? 'The upstream refused without saying why.' : `The upstream refused: ${said}`, details)
    this.messages = messages
    this.refusal = refusalOf(messages)
  }
}
