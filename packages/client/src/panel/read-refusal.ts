import type { UpstreamMessage } from '../upstream-message.ts'
import { readText } from '../wire/leaf.ts'
import { isRecord } from '../wire/record.ts'

/**
 * A panel's own error in an answer, or in an item of one; `undefined` where it is none. The document has
 * `{"error":"text"}`; lists of texts and objects with a text inside are read too. A blank error, null and
 * false are none.
 */
export function readRefusal(value: unknown): readonly UpstreamMessage[] | undefined {
  if (!isRecord(value)) return undefined
  const { error } = value
  const items = (Array.isArray(error) ? error : [error]).map(textOf).filter(text => text !== undefined)
  if (items.length > 0) return items.map(text => ({ id: undefined, text }))
  // `{"error":true,"message":"text"}`: an error without words is one all the same.
  const isFlagged = error === true || isRecord(error)
  if (!isFlagged) return undefined
  const text = textOf(value)
  return text === undefined ? [] : [{ id: undefined, text }]
}

function textOf(value: unknown): string | undefined {
  return isRecord(value) ? (readText(value.message) ?? readText(value.error)) : readText(value)
}
