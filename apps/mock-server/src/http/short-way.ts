import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import type { ApiWalk } from './api-route.ts'
import { BrokenBodyError } from './broken-body-error.ts'
import { type Fields, fieldsOfText } from './read-fields.ts'
import { readPlainBody } from './read-plain-body.ts'
import { sendFailure } from './send-failure.ts'
import { setDate } from './set-date.ts'

/** The way of a plain request at `path`: its body as text, and on to its API. */
export function shortWay(walk: ApiWalk, path: string, clock: Clock): RequestListener {
  const go = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request
    const body = method === 'GET' ? '' : await readPlainBody(request)
    // Nobody is there to be answered.
    if (body === undefined) return
    setDate(response, clock)
    await walk({ method, path, read: fieldsOrError(url, headers['content-type'], body) }, response)
  }
  return (request, response) => {
    go(request, response).catch(() => sendFailure(response))
  }
}

/** The path of a request's url. */
export function pathOf(url: string): string {
  const mark = url.indexOf('?')
  return mark === -1 ? url : url.slice(0, mark)
}

function fieldsOrError(url: string, contentType: string | undefined, body: string): Fields | BrokenBodyError {
  try {
    return fieldsOfText(url, contentType, body)
  } catch (error) {
    if (error instanceof BrokenBodyError) return error
    throw error
  }
}
