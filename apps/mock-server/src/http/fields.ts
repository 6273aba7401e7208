import { parseJson } from '@orderwright/core'
import { isDeeperThan } from './json-depth.ts'

/** The fields of a request as texts, wherever they came from. */
export type Fields = ReadonlyMap<string, string>

/** Comments by the line are the longest thing that is ordered. */
export const sizeLimit: number = 1024 * 1024

/** More than any order has, and what PHP reads of a form unless it is told otherwise. */
const mostFields = 1000
/** In characters. */
const longestName = 1000

export type Entries = readonly (readonly [string, string])[]

/**
 * One record from the query and the body, a form or JSON. The body's fields win over the query's, and the last of a name
 * over the others, but that a list of ids may come as its repeated field, as `orders[]`, or as a list of JSON. A field that is
 * empty, null or the word `undefined` is absent: clients send unset ones so.
 * @throws BrokenBodyError for JSON that is no object, or fields beyond the bounds
 */
export function fieldsOfText(url: string, contentType: string | undefined, body: string): Fields {
  const entries = contentType?.toLowerCase().startsWith('application/json')
    ? jsonEntries(body)
    : formEntries(body)
  return presentFields(queryEntries(url), entries)
}

/** Returns the fields of a request whose multipart body has been read as entries, by the same rules. */
export function fieldsOfEntries(url: string, entries: Entries): Fields {
  return presentFields(queryEntries(url), entries)
}

/** The fields of a request's query alone. */
export function readQuery(url: string): Fields {
  return presentFields(queryEntries(url))
}

function presentFields(...sources: readonly Entries[]): Fields {
  const fields = new Map<string, string>()
  for (const entries of sources) {
    const lists = new Map<string, string>()
    for (const [given, text] of entries) {
      if (text === '' || text === 'undefined') continue
      const name = listName(given)
      const earlier = lists.get(name)
      const all = earlier === undefined ? text : `${earlier},${text}`
      if (listFields.has(name)) lists.set(name, all)
      fields.set(name, all)
    }
  }
  return fields
}

/** The fields that take ids with commas between. */
const listFields: ReadonlySet<string> = new Set(['orders', 'refills'])

/** `orders` for `orders[]` and `orders[0]`, as PHP and many libraries write a list. */
function listName(name: string): string {
  if (!name.endsWith(']')) return name
  const [, list = ''] = /^(\w{1,20})\[\d{0,9}\]$/.exec(name) ?? []
  return listFields.has(list) ? list : name
}

function queryEntries(url: string): Entries {
  const mark = url.indexOf('?')
  return mark === -1 ? [] : formEntries(url.slice(mark + 1))
}

/**
 * Returns the fields of a form or a query.
 * @throws BrokenBodyError for too many of them, or too long a name
 */
function formEntries(text: string): Entries {
  const entries: (readonly [string, string])[] = []
  // It takes one question mark off the front, which is here a part of the first name.
  for (const entry of new URLSearchParams(`&${text}`)) {
    entries.push(entry)
    checkBounds(entries.length, entry[0])
  }
  return entries
}

/** @throws BrokenBodyError for a field that is one too many, or has too long a name */
export function checkBounds(count: number, name: string): void {
  if (count > mostFields) throw new BrokenBodyError('The request has more than 1,000 fields.', 400)
  if (name.length > longestName) {
    throw new BrokenBodyError('A field has a name of more than 1,000 characters.', 400)
  }
}

function jsonEntries(text: string): Entries {
  if (text.trim() === '') return []
  if (isDeeperThan(deepest, text)) throw new BrokenBodyError('The JSON body is nested too deeply.', 400)
  const value = parsed(text)
  if (!isRecord(value)) throw new BrokenBodyError('The JSON body is no object.', 400)
  return entriesOf(value)
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    throw new BrokenBodyError('The body is no JSON.', 400)
  }
}

/** An order is one level deep; what is far deeper is no order. */
const deepest = 100

function entriesOf(record: object): Entries {
  return Object.entries(record).map(([name, value], index) => {
    checkBounds(index + 1, name)
    return [name, fieldText(name, value)] as const
  })
}

function fieldText(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && listFields.has(listName(name))) return value.map(String).join(',')
  return JSON.stringify(value)
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
/** A body that cannot be read: the API that was asked answers it in its own form. */
export class BrokenBodyError extends Error {
  override readonly name = 'BrokenBodyError'
  /** From 400 to 499. */
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

const sentences: Readonly<Record<number, string>> = {
  400: 'The body cannot be read.',
  413: 'The body is too large.',
  415: 'The charset or encoding of the body is not supported.',
}

/** What a body reader threw, in a sentence of our own: theirs quote what was sent. */
export function brokenBody(error: unknown): BrokenBodyError {
  if (error instanceof BrokenBodyError) return error
  const given = error instanceof Error && 'status' in error ? error.status : undefined
  const status = given === 413 || given === 415 ? given : 400
  return new BrokenBodyError(sentences[status] ?? '', status)
}
