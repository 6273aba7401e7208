import { checkedText } from '../transport/check-option.ts'
import type { UpstreamMessage } from '../upstream-message.ts'
import { readId } from '../wire/leaf.ts'
import { isRecord } from '../wire/record.ts'
import { readRefusal } from './read-refusal.ts'

/** The document: up to 100 ids a request. Some panels cut off more in silence. */
export const batchSize = 100

/** What a panel says of one id. */
export type Item =
  | { readonly kind: 'told'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly messages: readonly UpstreamMessage[] }

/** What it says of each; an id that it left out is not in it. */
export type Items = ReadonlyMap<string, Item>

/** @throws {TypeError} where an id is blank, or holds the comma that separates ids. */
export function checkedId(name: string, value: string): string {
  const id = checkedText(name, value).trim()
  if (id.includes(',')) throw new TypeError(`${name} must be one id each, was given one with a comma`)
  return id
}

/**
 * The ids, each once, in slices that one request takes.
 *
 * @throws {TypeError} as {@link checkedId}.
 */
export function slicesOf(name: string, ids: readonly string[]): readonly (readonly string[])[] {
  const distinct = [...new Set(ids.map(id => checkedId(name, id)))]
  return Array.from({ length: Math.ceil(distinct.length / batchSize) }, (_, index) =>
    distinct.slice(index * batchSize, (index + 1) * batchSize),
  )
}

/**
 * The items of an answer about many ids; `undefined` where it is none. The document has an object keyed by id for
 * statuses and lists whose rows name their id for the rest: either is read for each. An error stands in the row,
 * or in the place of its value.
 */
export function readItems(value: unknown, idField: string, valueField: string): Items | undefined {
  const rows = rowsOf(value, idField)
  return rows && new Map(rows.map(([id, row]) => [id, itemOf(row, valueField)]))
}

/** One row of such an answer, or the whole of one to a single id. */
export function itemOf(row: unknown, valueField: string): Item {
  const messages = readRefusal(row) ?? (isRecord(row) ? readRefusal(row[valueField]) : undefined)
  return messages === undefined ? { kind: 'told', value: row } : { kind: 'refused', messages }
}

function rowsOf(value: unknown, idField: string): readonly (readonly [string, unknown])[] | undefined {
  if (isRecord(value)) return Object.entries(value)
  if (!Array.isArray(value)) return undefined
  return value.flatMap(row => {
    const id = isRecord(row) ? readId(row[idField]) : undefined
    return id === undefined ? [] : [[id, row] as const]
  })
}
