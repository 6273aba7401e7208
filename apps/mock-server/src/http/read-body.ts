import type { Request, RequestHandler, Response } from 'express'
import express from 'express'
import multer from 'multer'
import {
  BrokenBodyError,
  brokenBody,
  type Fields,
  fieldsOfRecord,
  fieldsOfText,
  sizeLimit,
} from './fields.ts'
import { longestName, mostFields } from './form-entries.ts'

const readText = express.text({
  type: ['application/x-www-form-urlencoded', 'application/json'],
  limit: sizeLimit,
})
const readMultipart = multer({
  limits: {
    fieldNameSize: longestName,
    fieldSize: sizeLimit,
    fields: mostFields,
    parts: mostFields,
    // `a[999999999]` would be a list of so many, `a[b][c]…` as deep as its name is long.
    fieldArrayIndexLimit: mostFields,
    fieldNestingDepth: 5,
  },
}).none()

/** The fields of a request whose body is of whichever kind: form, multipart or JSON; or why they cannot be read. */
export async function readAnyFields(request: Request, response: Response): Promise<Fields | BrokenBodyError> {
  try {
    await runReader(request.is('multipart') ? readBoundedMultipart : readText, request, response)
    const body: unknown = request.body
    if (typeof body !== 'string') return fieldsOfRecord(request.url, body)
    return fieldsOfText(request.url, request.headers['content-type'], body)
  } catch (error) {
    if (error instanceof BrokenBodyError) return error
    throw error
  }
}

/** Each of its fields may be as long as a body: all together may not be longer. */
const readBoundedMultipart: RequestHandler = (request, response, next) => {
  let size = 0
  request.on('data', (chunk: Buffer) => {
    if (size > sizeLimit) return
    size += chunk.length
    if (size <= sizeLimit) return
    request.unpipe()
    request.resume()
    next(new BrokenBodyError('The body is too large.', 413))
  })
  readMultipart(request, response, next)
}

function runReader(reader: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    reader(request, response, (error?: unknown) => {
      if (error === undefined) resolve()
      else reject(brokenBody(error))
    })
  })
}
