import { type Rejection, rejectionOf } from '../messages/rejection.ts'
import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { UpstreamError, type UpstreamErrorDetails } from './upstream-error.ts'

/** An HTTP status of 400 or more, without an error in the upstream's own form. */
export class HttpStatusError extends UpstreamError {
  override readonly name = 'HttpStatusError'
  readonly kind = 'http_status'
}

/** The upstream's own error, in its own words, whatever the HTTP status that came with it. */
export class RefusedError extends UpstreamError {
  override readonly name = 'RefusedError'
  readonly kind = 'refused'
  /** As the upstream gave them, the key removed; may be empty. */
  readonly messages: readonly UpstreamMessage[]

  /** Their kind, by a table of known words. */
  readonly rejection: Rejection

  constructor(messages: readonly UpstreamMessage[], details: UpstreamErrorDetails = {}) {
    const said = messages.map(message => message.text).join(' ')
    super(said === '' ? 'The upstream refused without saying why.' : `The upstream refused: ${said}`, details)
    this.messages = messages
    this.rejection = rejectionOf(messages)
  }
}

/** An answer that is no JSON, or JSON that does not say what was asked for. */
export class UnreadableError extends UpstreamError {
  override readonly name = 'UnreadableError'
  readonly kind = 'unreadable'
}

/** What servers answer about a thing that they do not have or cannot make sense of. */
const aboutThing: ReadonlySet<number | undefined> = new Set([200, 400, 404, 410, 422])

/** Whose 4xx is about the key or the traffic, whatever is asked for. */
const aboutCaller: ReadonlySet<number | undefined> = new Set([401, 402, 407, 408, 425, 429])

/**
 * Returns whether an error is for certain about the one id that was asked for, and so is data beside the others; otherwise
 * it may be about the key or the request, and the call has failed.
 */
export function isAboutItem(error: unknown): error is RefusedError {
  if (!(error instanceof RefusedError)) return false
  const { kind } = error.rejection
  if (kind === 'incorrect_order' || kind === 'refill_not_found') return true
  return kind === 'other' && aboutThing.has(error.httpStatus)
}

/**
 * Returns whether an error may be about one of the ids that were asked for: true of every 4xx and of all words but those
 * about the key, the balance or the traffic. That others are answered makes it certain.
 */
export function mayBeAboutItem(error: unknown): error is RefusedError | HttpStatusError {
  if (isAboutItem(error)) return true
  if (!(error instanceof RefusedError || error instanceof HttpStatusError)) return false
  const { httpStatus = 0 } = error
  if (aboutCaller.has(httpStatus) || httpStatus >= 500) return false
  return (
    error instanceof HttpStatusError ||
    !['invalid_key', 'not_enough_funds', 'too_many_requests'].includes(error.rejection.kind)
  )
}
