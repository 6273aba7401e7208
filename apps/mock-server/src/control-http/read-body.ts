import type { IncomingMessage } from 'node:http'
import { ControlError } from '../admin/routes/route.ts'
import { decodeText } from '../http/decode-text.ts'
import { isDeeperThan } from '../http/json-depth.ts'

/** A catalogue of thousands of services fits. */
const sizeLimit = 16 * 1024 * 1024

/** A catalogue has six levels. */
const deepest = 100

/**
 * The body of a request as text.
 * @throws ControlError for one that is too large or nested too deeply, or is not said to be JSON: a web page can send any
 * other kind to a server of this machine without asking it first
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  if (hasNone(request)) return ''
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new ControlError(415, 'The body must be JSON: send it with Content-Type: application/json.')
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > sizeLimit) throw new ControlError(413, 'The body is too large: the most is 16 MB.')
    chunks.push(bytes)
  }
  const text = decodeText(Buffer.concat(chunks))
  if (isDeeperThan(deepest, text)) throw new ControlError(400, 'The body is nested too deeply.')
  return text
}

/** Whoever leaves out all that may be left out sends nothing, and says nothing of its kind. */
export function hasNone({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
}

/** @throws ControlError for a text that is no JSON object; a blank one is an empty object */
export function parseBody(text: string): object {
  const value = text.trim() === '' ? {} : parsed(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new ControlError(400, 'The body is no JSON object.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
