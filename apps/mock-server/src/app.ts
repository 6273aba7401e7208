import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import express from 'express'
import { createPanelApi } from './apis/panel/panel-api.ts'
import { createQqtubeApi } from './apis/qqtube/qqtube-api.ts'
import type { Answer } from './http/answer.ts'
import { BrokenBodyError, type Fields, readQuery } from './http/fields.ts'
import { problemAnswer, sendProblem } from './http/problem.ts'
import { readFields } from './http/read-body.ts'
import { type ApiSurroundings, type ApiWalk, answerRequest, apiWalk } from './serve-api.ts'

export interface AppOptions {
  /** Whether a panel's errors have statuses of their own instead of 200. */
  readonly hasPanelErrorStatuses: boolean
  /** Whether a request with an unknown action, field or value is answered with a problem. */
  readonly isStrict: boolean
}

/** Creates what answers every request: the two APIs, control under `/__mock`, and a problem at every other path. */
export function createApp(
  surroundings: ApiSurroundings,
  control: RequestHandler,
  { hasPanelErrorStatuses, isStrict }: AppOptions,
): RequestListener {
  const { state } = surroundings
  const app = express()
  app.disable('x-powered-by')
  app.use('/__mock', control)
  // The server's clock speaks in the headers too: the same requests get the same answers to the last byte.
  app.use((_request, response, next) => {
    response.setHeader('Date', new Date(state.clock.now()).toUTCString())
    next()
  })
  app.use(mergeSlashes)
  const panelApi = createPanelApi(state, hasPanelErrorStatuses, surroundings.dialect.current)
  app.all('/v1-api', apiRoute(apiWalk(createQqtubeApi(state), surroundings, isStrict)))
  app.all('/api/v2', apiRoute(apiWalk(panelApi, surroundings, isStrict)))
  const unknown = unknownRoute(surroundings)
  app.use(unknown)
  app.use(unexpectedError)
  return (request, response) => {
    request.url = originForm(request.url ?? '')
    // Express tries no route for what is no URL, such as `http://[`, and would answer with a page of its own. Its types have
    // this third argument for its own requests alone.
    Reflect.apply(app, undefined, [
      request,
      response,
      () => void unknown(request, response).catch(() => sendFailure(response)),
    ])
  }
}

/**
 * Returns the path and query of a request line that names a whole URL, as clients send it to what they take for a proxy
 * (RFC 9112, 3.2.2); any other target as it is.
 */
export function originForm(target: string): string {
  if (target.startsWith('/') || !URL.canParse(target)) return target
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? []
  if (rest === undefined) return target
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** As nearly every web server does: a base URL with a slash behind meets a path with one before. */
const mergeSlashes: RequestHandler = (request, _response, next) => {
  const [path = '', ...query] = request.url.split('?')
  if (path.includes('//')) request.url = [path.replaceAll(/\/{2,}/g, '/'), ...query].join('?')
  next()
}

function apiRoute(walk: ApiWalk): RequestHandler {
  return async (request, response) => {
    const { fields, length } = await readFields(request, response)
    await walk(
      {
        method: request.method,
        path: request.path,
        headers: request.headers,
        read: fields,
        sentLength: request.originalUrl.length + length,
        unreadBody: unreadBodyOf(request),
      },
      response,
    )
  }
}

/** Returns the content type of a body of a kind that is not read; `undefined` if there is no body, or it was read. */
function unreadBodyOf(request: Request): string | undefined {
  const isRead = typeof request.body === 'string' || request.is(['urlencoded', 'multipart', 'json']) !== false
  return isRead || request.headers['content-length'] === '0'
    ? undefined
    : (request.headers['content-type'] ?? '')
}

/** Returns the fields of a query; none if there are more than can be read, which changes nothing about the path. */
function queryOf(url: string): Fields {
  try {
    return readQuery(url)
  } catch (error) {
    if (error instanceof BrokenBodyError) return new Map()
    throw error
  }
}

function unknownRoute(
  surroundings: ApiSurroundings,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const { url = '' } = request
    const answer = problemAnswer({
      status: 404,
      title: 'Not Found',
      detail:
        'The mock server has nothing at this path. QQTube v1 is at /v1-api, panel v2 at /api/v2, a page at /__mock/.',
    })
    const asked = {
      method: request.method ?? '',
      path: url.split('?', 1)[0] ?? '',
      headers: request.headers,
      upstream: undefined,
      action: undefined,
      account: undefined,
      fields: queryOf(url),
      sentLength: url.length,
    }
    const perform = (): Answer => answer
    await answerRequest(surroundings, asked, response, { perform, refuse: perform })
  }
}

// Express tells an error handler by its four parameters.
const unexpectedError: ErrorRequestHandler = (_error, _request, response, _next) => sendFailure(response)

/** Says that the mock itself failed, without a word of why: an error may hold what was sent. */
function sendFailure(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  sendProblem(response, {
    status: 500,
    title: 'Internal Server Error',
    detail: 'The mock server failed at this request: please report it, with the request.',
  })
}
