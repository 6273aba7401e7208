import { parseJson } from '@orderwright/core'
import express, { type Request, type RequestHandler, type Response } from 'express'
import multer from 'multer'
import { BrokenBodyError, brokenBody } from './broken-body-error.ts'

/** The fields of a request as texts, wherever they came from. */
export type Fields = ReadonlyMap<string, string>

/** Comments by the line are the longest thing that is ordered. */
const sizeLimit = 1024 * 1024

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
  const fields = new Map<string, string>()
  for (const [name, text] of [...queryFields(request.url), ...bodyFields(request)]) {
    if (text !== '' && text !== 'undefined') fields.set(name, text)
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

function queryFields(url: string): Iterable<readonly [string, string]> {
  const mark = url.indexOf('?')
  return mark === -1 ? [] : new URLSearchParams(url.slice(mark + 1))
}

function bodyFields(request: Request): Iterable<readonly [string, string]> {
  const body: unknown = request.body
  if (typeof body !== 'string') return isRecord(body) ? entriesOf(body) : []
  return request.is('json') ? jsonFields(body) : new URLSearchParams(body)
}

function jsonFields(text: string): Iterable<readonly [string, string]> {
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

function entriesOf(record: object): (readonly [string, string])[] {
  return Object.entries(record).map(([name, value]) => [name, fieldText(value)])
}

function fieldText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return JSON.stringify(value)
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
