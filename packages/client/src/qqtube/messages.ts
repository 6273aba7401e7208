import type { UpstreamMessage } from '../upstream-message.ts'
import { readText } from '../wire/leaf.ts'
import { isRecord } from '../wire/record.ts'

/**
 * The messages of an answer. The document's table names the field `message`, its example `messages`: both are
 * read, as a list or a single one, of objects with `id` and `message` or of plain texts.
 */
export function readMessages(value: unknown): readonly UpstreamMessage[] {
  if (!isRecord(value)) return []
  return [...itemsOf(value.messages), ...itemsOf(value.message)].flatMap(item => {
    const text = readText(isRecord(item) ? item.message : item)
    return text === undefined ? [] : [{ id: isRecord(item) ? readText(item.id) : undefined, text }]
  })
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  // PHP writes a list whose numbering has a gap as an object.
  return isRecord(value) && !('message' in value) ? Object.values(value) : [value]
}
