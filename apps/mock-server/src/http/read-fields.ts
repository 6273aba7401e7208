import { parseJson } from '@orderwright/core'
import express, { type Request, type RequestHandler, type Response } from 'express'
import multer from 'multer'
import { BrokenBodyError, brokenBody } from './broken-body-error.ts'

/** The fields of a request as texts, wherever they came from. */
export type Fields = ReadonlyMap<string, string>

/** Comments by the line are the longest thing that is ordered. */
export const sizeLimit: number = 1024 * 1024

const readText = express.text({
  type: ['application/x-www-form-urlencoded', 'application/json'],
  limit: sizeLimit,
})
const readMultipart = multer({ limits: { fieldSize: sizeLimit, fields: 100, parts: 100 } }).none()

/**
 * One record from the query and the body, of whichever kind: form, multipart or JSON. The body's fields win over
 * the query's, and the last of a name over the others. A field that is empty, null or the word `undefined` is
 * absent: clients send unset ones so.
 * @throws BrokenBodyError for a body that cannot be read
 */
export async function readFields(request: Request, response: Response): Promise<Fields> {
  await runReader(request.is('multipart') ? readMultipart : readText, request, response)
  return presentFields(queryEntries(request.url), bodyEntries(request))
}

/**
 * The fields of a request whose body has been read as text, by the same rules.
 * @throws BrokenBodyError for JSON that is no object
 */
export function fieldsOfText(url: string, contentType: string | undefined, body: string): Fields {
  const entries = contentType?.toLowerCase().startsWith('application/json')
    ? jsonEntries(body)
    : formEntries(body)
  return presentFields(queryEntries(url), entries)
}

/** The fields of a request's query alone. */
export function readQuery(url: string): Fields {
  return presentFields(queryEntries(url))
}

type Entries = Iterable<readonly [string, string]>

function presentFields(...sources: readonly Entries[]): Fields {
  const fields = new Map<string, string>()
  for (const entries of sources) {
    for (const [name, text] of entries) {
      if (text !== '' && text !== 'undefined') fields.set(name, text)
    }
  }
  return fields
}

function runReader(reader: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    reader(request, response, (error?: unknown) => {
      if (error === undefined) resolve()
      else reject(brokenBody(error))
    })
  })
}

function queryEntries(url: string): Entries {
  const mark = url.indexOf('?')
  return mark === -1 ? [] : new URLSearchParams(url.slice(mark + 1))
}

function bodyEntries(request: Request): Entries {
  const body: unknown = request.body
  if (typeof body !== 'string') return isRecord(body) ? entriesOf(body) : []
  return request.is('json') ? jsonEntries(body) : formEntries(body)
}

function formEntries(text: string): Entries {
  return text === '' ? [] : new URLSearchParams(text)
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
