import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import * as nodeModule from 'node:module'
import { ControlError } from '../routes/route.ts'
import type { PageFile } from './page-files.ts'

/** Nothing but the page's own files and the server's own answers, in no frame, and no text that becomes code. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** @throws ControlError where there is no such file */
export async function sendPageFile(response: ServerResponse, file: PageFile): Promise<void> {
  const text = await readFile(file.url, 'utf8').catch(() => {
    throw new ControlError(404, 'The page has no such file.')
  })
  const body = file.isTypeScript ? nodeModule.stripTypeScriptTypes(text) : text
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  })
  response.end(body)
}
