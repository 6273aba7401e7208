import type { RequestListener } from 'node:http'
import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import express from 'express'
import { recordRequest } from '../request-log/record-request.ts'
import type { ApiSurroundings, ApiWalk } from '../serve-api.ts'
import { BrokenBodyError, type Fields, readQuery } from './fields.ts'
import { problemText, sendProblem } from './problem.ts'
import { readAnyFields } from './read-body.ts'
import { sendFailure } from './send-failure.ts'
import { setDate } from './set-date.ts'
import { pathOf } from './short-way.ts'

/**
 * The Express app that takes whatever the short way does not: bodies of every kind, paths in other spellings, and paths
 * where there is nothing.
 */
export function createLongWay(
  surroundings: ApiSurroundings,
  walks: ReadonlyMap<string, ApiWalk>,
): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.use(ownDate(surroundings))
  app.use(mergeSlashes)
  for (const [path, walk] of walks) app.all(path, apiRoute(walk))
  const unknown = unknownRoute(surroundings)
  app.use(unknown)
  app.use(unexpectedError)
  // Express tries no route for what is no URL, such as `http://[`, and would answer with a page of its own. Its types have
  // this third argument for its own requests alone.
  return (request, response) =>
    Reflect.apply(app, undefined, [request, response, () => unknown(request, response)])
}

/** The walk for requests of every kind, from their bodies on. */
function apiRoute(walk: ApiWalk): RequestHandler {
  return async (request, response) => {
    const read = await readAnyFields(request, response)
    await walk(
      {
        method: request.method,
        path: request.path,
        read,
        sentLength: request.originalUrl.length + lengthOf(request.body),
        unreadBody: unreadBodyOf(request),
      },
      response,
    )
  }
}

/** As nearly every web server does: a base URL with a slash behind meets a path with one before. */
const mergeSlashes: RequestHandler = (request, _response, next) => {
  const [path = '', ...query] = request.url.split('?')
  request.url = [path.replaceAll(/\/{2,}/g, '/'), ...query].join('?')
  next()
}

/** One that was read in parts is no text that they are parts of. */
function lengthOf(body: unknown): number {
  return typeof body === 'string' ? body.length : 0
}

/** The content type of a body that is of no kind that is read; `undefined` where there is none, or it was read. */
function unreadBodyOf(request: Request): string | undefined {
  const isRead = request.is(['urlencoded', 'multipart', 'json']) !== false
  return isRead || request.headers['content-length'] === '0'
    ? undefined
    : (request.headers['content-type'] ?? '')
}

function ownDate({ state }: ApiSurroundings): RequestHandler {
  return (_request, response, next) => {
    setDate(response, state.clock)
    next()
  }
}

/** More than can be read is no reason to say something else of a path. */
function queryOf(url: string): Fields {
  try {
    return readQuery(url)
  } catch (error) {
    if (error instanceof BrokenBodyError) return new Map()
    throw error
  }
}

function unknownRoute({ state, journal }: ApiSurroundings): RequestListener {
  return (request, response) => {
    const { url = '' } = request
    const problem = {
      status: 404,
      title: 'Not Found',
      detail:
        'The mock server has nothing at this path. QQTube v1 is at /v1-api, panel v2 at /api/v2, a page at /__mock/.',
    }
    const asked = {
      method: request.method ?? '',
      path: pathOf(url),
      upstream: undefined,
      action: undefined,
      account: undefined,
      fields: queryOf(url),
      sentLength: url.length,
    }
    recordRequest(state, journal, asked, { status: problem.status, text: problemText(problem) })
    sendProblem(response, problem)
  }
}

// Express tells an error handler by its four parameters.
const unexpectedError: ErrorRequestHandler = (error, _request, response, _next) =>
  sendFailure(response, error)
