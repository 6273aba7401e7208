import type { MockServer } from '../src/index.ts'
import { type Reply, reply } from './ask.ts'

export interface ControlReply extends Omit<Reply, 'body'> {
  /** Read field by field in tests: what is there is held against the document elsewhere. */
  readonly body: unknown
}

/** A control request as a client in any language would send it. */
export async function control(
  server: Pick<MockServer, 'url'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<ControlReply> {
  const response = await fetch(`${server.url}/__mock${path}`, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  if (response.status !== 204) return reply(response)
  return { status: 204, contentType: null, text: await response.text(), body: undefined }
}
