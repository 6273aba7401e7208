import type { IncomingMessage } from 'node:http'
import { sizeLimit } from './read-fields.ts'

/** The body of a request that {@link isPlain}, or `undefined` where the client broke off. */
export function readPlainBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise(resolve => {
    if (request.destroyed) return resolve(undefined)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => resolve(textOf(chunks)))
    request.once('close', () => resolve(undefined))
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

function textOf(chunks: readonly Buffer[]): string {
  const [first] = chunks
  const text =
    chunks.length === 1 && first !== undefined ? first.toString() : Buffer.concat(chunks).toString()
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
