import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { asMessages, own, readOwnError, shortened } from '../transport/own-error.ts'
import { isRecord, readText } from '../transport/wire.ts'

/** Far more than any answer has; the rest is left out. */
const mostMessages = 100

const longestId = 100

/**
 * Returns the messages of an answer. The document's table names the field `message`, its example `messages`: both are
 * read, as a list or a single one, of objects with `id` and `message` or of plain texts.
 */
export function readMessages(value: unknown): readonly UpstreamMessage[] {
  if (!isRecord(value)) return []
  const items = [...itemsOf(own(value, 'messages')), ...itemsOf(own(value, 'message'))]
  return items.slice(0, mostMessages).flatMap(item => {
    const text = readText(isRecord(item) ? own(item, 'message') : item)
    const id = isRecord(item) ? readText(own(item, 'id')) : undefined
    return text === undefined ? [] : [{ id: id?.slice(0, longestId), text: shortened(text) }]
  })
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  // PHP writes a list whose numbering has a gap as an object.
  return isRecord(value) && !Object.hasOwn(value, 'message') ? Object.values(value) : [value]
}

/**
 * Returns QQTube's own error in an answer, or `undefined` if there is none: a `status` in words other than `success` (the
 * document: test for the absence of success), an object that holds messages and nothing else, or one of the
 * envelopes that other servers put their errors in.
 */
export function readRejection(value: unknown): readonly UpstreamMessage[] | undefined {
  if (!isRecord(value)) return undefined
  const status = own(value, 'status')
  if (status === 'success') return undefined
  const messages = readMessages(value)
  const error = readOwnError(value)
  if ((typeof status === 'string' && status.trim() !== '') || error !== undefined) {
    const said = new Set(messages.map(({ text }) => text))
    return [...messages, ...asMessages((error?.texts ?? []).filter(text => !said.has(text)))]
  }
  const holdsNothingElse = Object.keys(value).every(name => name === 'messages' || name === 'message')
  return holdsNothingElse && messages.length > 0 ? messages : undefined
}
