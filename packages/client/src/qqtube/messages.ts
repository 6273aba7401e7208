import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { own, shortened } from '../transport/own-error.ts'
import { readText } from '../transport/wire.ts'
import { isRecord } from '../wire/record.ts'

/** Far more than any answer has; the rest is left out. */
const mostMessages = 100
const longestId = 100

/**
 * The messages of an answer. The document's table names the field `message`, its example `messages`: both are
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
