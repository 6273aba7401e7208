import { parseJson } from '@orderwright/core'
import { BrokenBodyError } from './broken-body-error.ts'
import { formEntries } from './form-entries.ts'

/** The fields of a request as texts, wherever they came from. */
export type Fields = ReadonlyMap<string, string>

/** Comments by the line are the longest thing that is ordered. */
export const sizeLimit: number = 1024 * 1024

type Entries = readonly (readonly [string, string])[]

/**
 * One record from the query and the body, a form or JSON. The body's fields win over the query's, and the last of a name
 * over the others. A field that is empty, null or the word `undefined` is absent: clients send unset ones so.
 * @throws BrokenBodyError for JSON that is no object
 */
export function fieldsOfText(url: string, contentType: string | undefined, body: string): Fields {
  const entries = contentType?.toLowerCase().startsWith('application/json')
    ? jsonEntries(body)
    : formEntries(body)
  return presentFields(queryEntries(url), entries)
}

/** The fields of a request whose body has been read as a record, by the same rules. */
export function fieldsOfRecord(url: string, body: unknown): Fields {
  return presentFields(queryEntries(url), isRecord(body) ? entriesOf(body) : [])
}

/** The fields of a request's query alone. */
export function readQuery(url: string): Fields {
  return presentFields(queryEntries(url))
}

function presentFields(...sources: readonly Entries[]): Fields {
  const fields = new Map<string, string>()
  for (const entries of sources) {
    for (const [name, text] of entries) {
      if (text !== '' && text !== 'undefined') fields.set(name, text)
    }
  }
  return fields
}

function queryEntries(url: string): Entries {
  const mark = url.indexOf('?')
  return mark === -1 ? [] : formEntries(url.slice(mark + 1))
}

function jsonEntries(text: string): Entries {
  if (text.trim() === '') return []
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

function entriesOf(record: object): Entries {
  return Object.entries(record).map(([name, value]) => [name, fieldText(value)] as const)
}

function fieldText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return JSON.stringify(value)
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
