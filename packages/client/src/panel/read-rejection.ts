import { rejectionOf } from '../messages/rejection.ts'
import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { asMessages, isBareEnvelope, messagesOf, own, readOwnError } from '../transport/own-error.ts'
import { isRecord, readText, type WireRecord } from '../transport/wire.ts'

/**
 * Returns a panel's own error in an answer, or in an item of one; `undefined` if there is none. The document has
 * `{"error":"text"}`; the envelopes of other panels are read too. A `status` that says "error" is the panel's only
 * with words and without the fields of an order: an order in trouble has that status as well. Words without an
 * error are one if they are known.
 */
export function readRejection(value: unknown): readonly UpstreamMessage[] | undefined {
  if (!isRecord(value)) return undefined
  const error = readOwnError(value)
  if (error !== undefined) {
    const isOfOrder = error.isByStatus && (error.texts.length === 0 || isOrder(value))
    return isOfOrder ? undefined : asMessages(error.texts)
  }
  const words = isBareEnvelope(value) ? asMessages(messagesOf(value)) : []
  if (words.length > 0 && rejectionOf(words).kind !== 'other') return words
  return readRejectionText(own(value, 'balance'))
}

/** Returns the words of a rejection in the place of something else, such as an order's number; `undefined` if they are not known. */
export function readRejectionText(value: unknown): readonly UpstreamMessage[] | undefined {
  const text = typeof value === 'string' ? readText(value) : undefined
  const messages = text === undefined ? [] : asMessages([text])
  return rejectionOf(messages).kind === 'other' ? undefined : messages
}

function isOrder(value: WireRecord): boolean {
  return ['charge', 'start_count', 'remains'].some(name => readText(own(value, name)) !== undefined)
}
