import type { LogEntry } from './entry.ts'

/** A logged request as it may be sent again: its key is not in it. */
export interface SentRequest {
  readonly url: string
  /** Where its fields stand. */
  readonly kind: 'query' | 'form' | 'json'
}

/** Returns where a logged request was sent to, and as what. The log does not keep which fields stood in the query: those of a GET all did. */
export function sentRequestOf({ method, path, headers }: LogEntry): SentRequest {
  const url = `http://${headers.host ?? 'localhost'}${path}`
  if (method === 'GET' || method === 'HEAD') return { url, kind: 'query' }
  const isJson = headers['content-type']?.toLowerCase().startsWith('application/json') === true
  return { url, kind: isJson ? 'json' : 'form' }
}
