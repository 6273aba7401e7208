import busboy from 'busboy'
import type { Request, RequestHandler, Response } from 'express'
import express from 'express'
import {
  BrokenBodyError,
  brokenBody,
  checkBounds,
  type Entries,
  type Fields,
  fieldsOfEntries,
  fieldsOfText,
  sizeLimit,
} from './fields.ts'

const readText = express.text({
  type: ['application/x-www-form-urlencoded', 'application/json'],
  limit: sizeLimit,
})

export interface ReadBody {
  /** The fields of the query and the body, or why they cannot be read. */
  readonly fields: Fields | BrokenBodyError
  /** In characters; 0 for a body that was read in parts. */
  readonly length: number
}

/** Reads the fields of a request whose body is of whichever kind: form, multipart or JSON. */
export async function readFields(request: Request, response: Response): Promise<ReadBody> {
  let length = 0
  try {
    // Of nearly all requests the header says no, sooner than what reads it in full.
    if (/^\s*multipart/i.test(request.headers['content-type'] ?? '') && request.is('multipart')) {
      return { fields: fieldsOfEntries(request.url, await multipartEntries(request)), length }
    }
    await runReader(readText, request, response)
    const body = typeof request.body === 'string' ? request.body : ''
    length = body.length
    return { fields: fieldsOfText(request.url, request.headers['content-type'], body), length }
  } catch (error) {
    if (error instanceof BrokenBodyError) return { fields: error, length }
    throw error
  }
}

/** @throws BrokenBodyError what a body reader of Express found wrong */
export function runReader(reader: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    reader(request, response, (error?: unknown) => {
      if (error === undefined) resolve()
      else reject(brokenBody(error))
    })
  })
}

/** @throws BrokenBodyError for a body that is no form, holds a file, or is beyond the bounds */
async function multipartEntries(request: Request): Promise<Entries> {
  const form = startForm(request)
  return new Promise((resolve, reject) => {
    const entries: (readonly [string, string])[] = []
    let size = 0
    const fail = (error: unknown): void => {
      request.unpipe(form)
      // What is left unread would be taken for the next request.
      request.resume()
      reject(brokenBody(error))
    }
    // Each field may be as long as a body: all together may not be longer.
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > sizeLimit) fail(new BrokenBodyError('The body is too large.', 413))
    })
    request.on('error', fail)
    form.on('field', (name: string | undefined, text) => {
      try {
        checkBounds(entries.length + 1, name ?? '')
        entries.push([name ?? '', text])
      } catch (error) {
        fail(error)
      }
    })
    form.on('file', (_name, file) => {
      file.resume()
      fail(undefined)
    })
    form.on('error', fail)
    form.on('close', () => resolve(entries))
    request.pipe(form)
  })
}

function startForm({ headers }: Request): busboy.Busboy {
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits: { fieldSize: sizeLimit } })
  } catch (error) {
    throw brokenBody(error)
  }
}
