import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { asMessages, messagesOf, own } from './own-error.ts'
import { isRecord, readText } from './wire.ts'

/**
 * Returns what an answer says if it has no form of the upstream's: a text alone, quoted or not, or the words in an object.
 * Whether it is a rejection, its HTTP status or the words tell. A web page says nothing.
 */
export function readSpokenWords(
  json: { readonly value: unknown } | undefined,
  excerpt: string,
): readonly UpstreamMessage[] {
  if (json === undefined)
    return /^[<{[]/.test(excerpt) ? [] : asMessages([excerpt].filter(text => text !== ''))
  if (!isRecord(json.value)) {
    const text = typeof json.value === 'string' ? readText(json.value) : undefined
    return asMessages(text === undefined ? [] : [text])
  }
  const words = messagesOf(json.value)
  const title = readText(own(json.value, 'title'))
  return asMessages(words.length > 0 || title === undefined ? words : [title])
}
