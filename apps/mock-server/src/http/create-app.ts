import type { RequestListener } from 'node:http'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { createPanelApi } from '../panel/panel-api.ts'
import { createQqtubeApi } from '../qqtube/qqtube-api.ts'
import { type ApiSurroundings, apiRoute, apiWalk } from './api-route.ts'
import { problemText, sendProblem } from './problem.ts'
import { readQuery } from './read-fields.ts'
import { recordRequest } from './record-request.ts'
import { sendFailure } from './send-failure.ts'
import { setDate, shortWay } from './short-way.ts'

export interface AppOptions {
  /** Whether a panel's errors have statuses of their own instead of 200. */
  readonly hasPanelErrorStatuses: boolean
  /** Whether a request that names an action or a field that there is none of is answered with a problem. */
  readonly isStrict: boolean
}

export function createApp(
  surroundings: ApiSurroundings,
  { hasPanelErrorStatuses, isStrict }: AppOptions,
): RequestListener {
  const { state } = surroundings
  const walks = {
    '/v1-api': apiWalk(createQqtubeApi(state), surroundings, isStrict),
    '/api/v2': apiWalk(createPanelApi(state, hasPanelErrorStatuses), surroundings, isStrict),
  } as const
  const app = express()
  app.disable('x-powered-by')
  app.use(ownDate(surroundings))
  for (const [path, walk] of Object.entries(walks)) app.all(path, apiRoute(walk))
  app.use(unknownRoute(surroundings))
  app.use(unexpectedError)
  return shortWay(new Map(Object.entries(walks)), state.clock, app)
}

/** The server's clock speaks in the headers too: the same requests get the same answers to the last byte. */
function ownDate({ state }: ApiSurroundings): RequestHandler {
  return (_request, response, next) => {
    setDate(response, state.clock)
    next()
  }
}

function unknownRoute({ state, journal }: ApiSurroundings): RequestHandler {
  return (request, response) => {
    const problem = {
      status: 404,
      title: 'Not Found',
      detail: 'The mock server has nothing at this path. QQTube v1 is at /v1-api, panel v2 at /api/v2.',
    }
    recordRequest(state, journal, {
      method: request.method,
      path: request.path,
      upstream: undefined,
      action: undefined,
      account: undefined,
      fields: readQuery(request.url),
      fault: undefined,
      answer: { status: problem.status, text: problemText(problem) },
    })
    sendProblem(response, problem)
  }
}

// Express tells an error handler by its four parameters.
const unexpectedError: ErrorRequestHandler = (_error, _request, response, _next) => sendFailure(response)
