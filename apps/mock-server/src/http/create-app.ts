import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { createPanelApi } from '../panel/panel-api.ts'
import { createQqtubeApi } from '../qqtube/qqtube-api.ts'
import { type ApiSurroundings, apiRoute } from './api-route.ts'
import { problemText, sendProblem } from './problem.ts'
import { readQuery } from './read-fields.ts'
import { recordRequest } from './record-request.ts'

export interface AppOptions {
  /** Whether a panel's errors have statuses of their own instead of 200. */
  readonly hasPanelErrorStatuses: boolean
  /** Whether a request that names an action or a field that there is none of is answered with a problem. */
  readonly isStrict: boolean
}

export function createApp(
  surroundings: ApiSurroundings,
  { hasPanelErrorStatuses, isStrict }: AppOptions,
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(ownDate(surroundings))
  app.all('/v1-api', apiRoute(createQqtubeApi(surroundings.state), surroundings, isStrict))
  app.all(
    '/api/v2',
    apiRoute(createPanelApi(surroundings.state, hasPanelErrorStatuses), surroundings, isStrict),
  )
  app.use(unknownRoute(surroundings))
  app.use(unexpectedError)
  return app
}

/** The server's clock speaks in the headers too: the same requests get the same answers to the last byte. */
function ownDate({ state }: ApiSurroundings): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('Date', new Date(state.clock.now()).toUTCString())
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
const unexpectedError: ErrorRequestHandler = (_error, _request, response, _next) => {
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
