import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ApiWalk } from '../serve-api.ts'
import { BrokenBodyError, type Fields, fieldsOfText } from './fields.ts'
import { readPlainBody } from './read-plain-body.ts'
import { sendFailure } from './send-failure.ts'

/** The way of a plain request at `path`: its body as text, and on to its API. */
export function shortWay(walk: ApiWalk, path: string): RequestListener {
  const go = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const { method = '', url = '', headers } = request
    try {
      const read = fieldsOrError(url, headers['content-type'], body)
      walk({ method, path, read, sentLength: url.length + body.length }, response)?.catch((error: unknown) =>
        sendFailure(response, error),
      )
    } catch (error) {
      sendFailure(response, error)
    }
  }
  return (request, response) => {
    if (request.method === 'GET') go(request, response, '')
    else readPlainBody(request, body => go(request, response, body))
  }
}

/** The path of a request's url. */
export function pathOf(url: string): string {
  const mark = url.indexOf('?')
  return mark === -1 ? url : url.slice(0, mark)
}

/**
 * The path and query of a request line that names a whole URL, as clients send it to what they take for a proxy
 * (RFC 9112, 3.2.2); any other target as it is.
 */
export function originForm(target: string): string {
  if (target.startsWith('/') || !URL.canParse(target)) return target
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? []
  if (rest === undefined) return target
  return rest.startsWith('/') ? rest : `/${rest}`
}

function fieldsOrError(url: string, contentType: string | undefined, body: string): Fields | BrokenBodyError {
  try {
    return fieldsOfText(url, contentType, body)
  } catch (error) {
    if (error instanceof BrokenBodyError) return error
    throw error
  }
}
