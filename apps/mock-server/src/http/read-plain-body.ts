import type { IncomingMessage } from 'node:http'
import { sizeLimit } from './fields.ts'

/** The body of a request that {@link isPlain}, once it is there; nothing where the client breaks off. */
export function readPlainBody(request: IncomingMessage, done: (body: string) => void): void {
  let first: Buffer | undefined
  let rest: Buffer[] | undefined
  request.on('data', (chunk: Buffer) => {
    if (first === undefined) first = chunk
    else if (rest === undefined) rest = [chunk]
    else rest.push(chunk)
  })
  request.on('end', () => {
    if (first === undefined) done('')
    else done(textOf(rest === undefined ? first : Buffer.concat([first, ...rest])))
  })
}

/**
 * Whether a body needs no more than to be read as text: of a known and small size, in UTF-8, not compressed. So nearly
 * all are; what else there is takes the longer way through readers that know it all.
 */
export function isPlain({ method, headers }: IncomingMessage): boolean {
  if (headers['content-encoding'] !== undefined || headers['transfer-encoding'] !== undefined) return false
  if (method === 'GET') return headers['content-length'] === undefined
  const length = headers['content-length']
  const type = headers['content-type']
  return length !== undefined && type !== undefined && Number(length) <= sizeLimit && plainType.test(type)
}

const plainType = /^application\/(x-www-form-urlencoded|json)(; ?charset=utf-8)?$/i

function textOf(body: Buffer): string {
  const text = body.toString()
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
