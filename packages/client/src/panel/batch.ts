import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { checkedString, checkedText } from '../transport/options.ts'
import { isBareEnvelope, own, unwrapped } from '../transport/own-error.ts'
import { isRecord, readIdText, readText } from '../transport/wire.ts'
import { isAskable } from '../upstream/is-askable.ts'
import { readRejection, readRejectionText } from './read-rejection.ts'

/** The document: up to 100 ids a request. Some panels cut off more in silence. */
export const batchSize = 100

/** What a panel says of one id. */
export type Item =
  | { readonly kind: 'told'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly messages: readonly UpstreamMessage[] }

/** What it says of each; an id that it left out is not in it. */
export type Items = ReadonlyMap<string, Item>

/** What is asked about: the field of an id in a row, and the field that tells of it. */
export interface RowFields {
  readonly one: string
  readonly value: string
}

/** Returns an id as it is sent. @throws {TypeError} if it cannot be the id of anything. */
export function checkedId(name: string, value: string): string {
  const id = checkedText(name, value).trim()
  if (!isAskable(id))
    throw new TypeError(`${name} must be one id, without commas, white space or control characters`)
  return id
}

/**
 * Returns the ids that can be asked about, each once, in slices that one request takes.
 *
 * @throws {TypeError} if one is no text.
 */
export function slicesOf(name: string, ids: readonly string[]): readonly (readonly string[])[] {
  for (const id of ids) checkedString(name, id)
  const distinct = [...new Set(ids.map(id => id.trim()).filter(isAskable))]
  return Array.from({ length: Math.ceil(distinct.length / batchSize) }, (_, index) =>
    distinct.slice(index * batchSize, (index + 1) * batchSize),
  )
}

/**
 * Returns the items of an answer about the ids that were asked for; `undefined` if it is about none of them. The document has an object
 * keyed by id for statuses and lists whose rows name their id for the rest: either is read for each, also inside
 * an envelope, and a list in the order asked whose rows name no ids. An error stands in the row, in the place of
 * it or of its value.
 */
export function readItems(value: unknown, asked: readonly string[], fields: RowFields): Items | undefined {
  const rows = rowsOf(value, asked, fields.one)
  const isAsked = new Set(asked)
  const told = rows?.filter(([id]) => isAsked.has(id))
  if (told === undefined || (told.length === 0 && rows?.length !== 0)) return undefined
  return new Map(told.map(([id, row]) => [id, itemOf(row, fields.value)]))
}

/** Returns one row of such an answer, or the whole of one to a single id. */
export function itemOf(row: unknown, valueField: string): Item {
  const inside = isRecord(row) ? own(row, valueField) : row
  const messages = readRejection(row) ?? readRejection(inside) ?? readRejectionText(inside)
  return messages === undefined ? { kind: 'told', value: row } : { kind: 'refused', messages }
}

type Rows = readonly (readonly [id: string, row: unknown])[]

/** Under what names panels put the items, besides `data`. */
const wrappers = ['orders', 'statuses', 'refills', 'result', 'results'] as const

function rowsOf(value: unknown, asked: readonly string[], idField: string): Rows | undefined {
  if (Array.isArray(value)) return rowsOfList(value, asked, idField)
  if (!isRecord(value)) return undefined
  const isAsked = new Set(asked)
  const rows = Object.entries(value).map(([key, row]) => {
    const named = idIn(row, idField)
    return [named !== undefined && isAsked.has(named) ? named : key, row] as const
  })
  if (rows.some(([id]) => isAsked.has(id))) return rows
  const inner = [unwrapped(value), ...wrappers.map(name => own(value, name))].find(
    item => item !== value && (isRecord(item) || Array.isArray(item)),
  )
  if (inner !== undefined) return rowsOf(inner, asked, idField)
  // An envelope that says nothing, such as `{"status":"success"}`, is about none of them.
  return isBareEnvelope(value) && rows.length > 0 ? undefined : rows
}

function rowsOfList(list: readonly unknown[], asked: readonly string[], idField: string): Rows {
  const ids = list.map(row => idIn(row, idField))
  const isInOrder =
    list.length === asked.length && ids.every((id, index) => id === undefined || id === asked[index])
  return list.flatMap((row, index) => {
    const id = isInOrder ? asked[index] : ids[index]
    return id === undefined ? [] : [[id, row] as const]
  })
}

function idIn(row: unknown, idField: string): string | undefined {
  if (!isRecord(row)) return undefined
  const names = [idField, `${idField}_id`, 'id']
  return names.map(name => readIdText(own(row, name))).find(id => id !== undefined)
}

/** Returns the text of an item that is nothing but a text, unless that text is a value; `undefined` otherwise. */
export function wordsOfItem(item: Item | undefined, isValue: (text: string) => boolean): string | undefined {
  const text = textOf(item)
  return text === undefined || isValue(text) ? undefined : text
}

/** Returns the row that tells of an item: a text in its place is its status. */
export function rowOfItem(item: Item | undefined): unknown {
  const status = textOf(item)
  if (status !== undefined) return { status }
  return item?.kind === 'told' ? unwrapped(item.value) : undefined
}

function textOf(item: Item | undefined): string | undefined {
  return item?.kind === 'told' && typeof item.value === 'string' ? readText(item.value) : undefined
}
