import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import type { ApiWalk } from './api-route.ts'
import { BrokenBodyError } from './broken-body-error.ts'
import { type Fields, fieldsOfText } from './read-fields.ts'
import { isPlain, readPlainBody } from './read-plain-body.ts'
import { sendFailure } from './send-failure.ts'

/**
 * Takes what nearly every client sends straight to its API, and gives the rest to the app. A router and readers for
 * every kind of body cost more than all that the mock does with an order.
 */
export function shortWay(
  walks: ReadonlyMap<string, ApiWalk>,
  clock: Clock,
  app: RequestListener,
): RequestListener {
  return (request, response) => {
    const path = pathOf(request.url ?? '')
    const walk = walks.get(path)
    if (walk === undefined || !isPlain(request)) app(request, response)
    else go(walk, path, clock, request, response).catch(() => sendFailure(response))
  }
}

/** Many requests fall into one second. */
let latest = { second: -1, text: '' }

/** The server's clock speaks in the headers too: the same requests get the same answers to the last byte. */
export function setDate(response: ServerResponse, clock: Clock): void {
  const second = Math.floor(clock.now() / 1000)
  if (second !== latest.second) latest = { second, text: new Date(second * 1000).toUTCString() }
  response.setHeader('Date', latest.text)
}

async function go(
  walk: ApiWalk,
  path: string,
  clock: Clock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url = '', headers } = request
  const body = method === 'GET' ? '' : await readPlainBody(request)
  // Nobody is there to be answered.
  if (body === undefined) return
  setDate(response, clock)
  await walk({ method, path, read: fieldsOrError(url, headers['content-type'], body) }, response)
}

function pathOf(url: string): string {
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
