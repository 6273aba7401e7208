import express, { type Request, type RequestHandler, type Response } from 'express'
import multer from 'multer'
import { BrokenBodyError, brokenBody } from './broken-body-error.ts'
import { type Fields, fieldsOfRecord, fieldsOfText, sizeLimit } from './read-fields.ts'

const readText = express.text({
  type: ['application/x-www-form-urlencoded', 'application/json'],
  limit: sizeLimit,
})
const readMultipart = multer({ limits: { fieldSize: sizeLimit, fields: 100, parts: 100 } }).none()

/** The fields of a request whose body is of whichever kind: form, multipart or JSON; or why they cannot be read. */
export async function readAnyFields(request: Request, response: Response): Promise<Fields | BrokenBodyError> {
  try {
    await runReader(request.is('multipart') ? readMultipart : readText, request, response)
    const body: unknown = request.body
    if (typeof body !== 'string') return fieldsOfRecord(request.url, body)
    return fieldsOfText(request.url, request.headers['content-type'], body)
  } catch (error) {
    if (error instanceof BrokenBodyError) return error
    throw error
  }
}

function runReader(reader: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    reader(request, response, (error?: unknown) => {
      if (error === undefined) resolve()
      else reject(brokenBody(error))
    })
  })
}
