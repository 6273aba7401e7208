import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorRequestHandler, Request, RequestHandler, Response, Router } from 'express'
import express from 'express'
import { sendBody } from '../http/answer.ts'
import { decodeText } from '../http/decode-text.ts'
import { BrokenBodyError } from '../http/fields.ts'
import { isDeeperThan } from '../http/json-depth.ts'
import { sendProblem } from '../http/problem.ts'
import { runReader } from '../http/read-body.ts'
import { type Redact, redactorOf } from '../request-log/redact.ts'
import type { Guard } from './guard.ts'
import type { MockControl } from './handle/mock-control.ts'
import { documentFor } from './openapi/documents.ts'
import { adminRoutes } from './routes/all-routes.ts'
import { AdminError, type AdminRoute, anyText, nothing, queryValues } from './routes/route.ts'
import { servePage } from './serve-page.ts'

/** Creates what answers whatever begins with `/__mock`: the page, the documents, and what can be asked of the server. */
export function createAdminRouter(control: MockControl, guard: Guard, keys: () => readonly string[]): Router {
  const redact: Redact = text => redactorOf(keys())(text)
  const router = express.Router({ caseSensitive: true, strict: true })
  // The page holds no secret, and has to be there before a token can be typed into it.
  router.use(servePage())
  const addRoutes = (added: readonly AdminRoute[]): void => {
    for (const path of new Set(added.map(route => route.path))) {
      const routes = added.filter(route => route.path === path)
      const there = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'))
      for (const route of routes) there[verbs[route.method]](perform(route, control, redact))
      there.all(otherMethod(routes.map(({ method }) => method)))
    }
  }
  addRoutes(adminRoutes.filter(({ isOpen }) => isOpen))
  router.use((request, _response, next) => {
    guard.check(request)
    next()
  })
  router.use((request, response, next) => {
    const document = isReading(request) ? documentFor(request.path) : undefined
    if (document === undefined) next()
    else sendJson(response, document, redact)
  })
  addRoutes(adminRoutes.filter(({ isOpen }) => !isOpen))
  router.use(() => {
    throw new AdminError(404, unknownPath)
  })
  router.use(failure(redact))
  return router
}

const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const

function perform(route: AdminRoute, control: MockControl, redact: Redact): RequestHandler {
  return async (request, response) => {
    const value = await route.perform({
      control,
      params: { ...queryValues(new URL(request.url, 'http://localhost').searchParams), ...request.params },
      body: await bodyFor(route, request, response),
      signal: goneSignal(response),
    })
    if (route.answer === nothing) response.writeHead(204).end()
    else sendJson(response, value, redact)
  }
}

function otherMethod(methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.setHeader('Allow', methods.join(', '))
    throw new AdminError(405, `This path takes ${methods.join(' or ')}.`)
  }
}

const unknownPath =
  'There is nothing at this path: /__mock/openapi/control.json describes what there is, and /__mock/ is a page.'

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** A catalogue of thousands of services fits. */
const readBytes = express.raw({ type: () => true, limit: '16mb' })

/** A catalogue has six levels. */
const deepest = 100

/**
 * Returns the body that a route takes.
 * @throws AdminError for one that is not said to be JSON: a web page can send any other kind to a server of this machine
 * without asking it first
 */
async function bodyFor({ body }: AdminRoute, request: Request, response: Response): Promise<unknown> {
  if (body === nothing) return undefined
  if (hasNone(request)) {
    if (body !== anyText) return {}
    // A catalogue that was forgotten is not to replace one.
    throw new AdminError(400, 'The body is missing: send a services answer as JSON.')
  }
  if (request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json') {
    throw new AdminError(415, 'The body must be JSON: send it with Content-Type: application/json.')
  }
  await runReader(readBytes, request, response)
  const text = decodeText(request.body)
  if (isDeeperThan(deepest, text)) throw new AdminError(400, 'The body is nested too deeply.')
  return body === anyText ? text : parseBody(text)
}

/** Whoever leaves out all that may be left out sends nothing, and says nothing of its kind. */
function hasNone({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
}

/** @throws AdminError for a text that is no JSON object; a blank one is an empty object */
function parseBody(text: string): object {
  const value = text.trim() === '' ? {} : parsed(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new AdminError(400, 'The body is no JSON object.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  return controller.signal
}

/** A link may hold a key, and what someone planned by hand. */
function sendJson(response: ServerResponse, value: unknown, redact: Redact): void {
  response.setHeader('Cache-Control', 'no-store')
  const shown = (_: string, item: unknown): unknown => (typeof item === 'string' ? redact(item) : item)
  sendBody(response, 200, 'application/json', JSON.stringify(value, shown))
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
}

function failure(redact: Redact): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error, _request, response, _next) => {
    if (response.headersSent) {
      response.destroy()
      return
    }
    const { status, detail, issues } = failureOf(error)
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer')
    // What was not read of a body would be taken for the next request.
    if (status === 413 || status === 415) response.setHeader('Connection', 'close')
    const errors = issues.map(issue => ({ place: redact(issue.place), detail: redact(issue.detail) }))
    sendProblem(response, { status, title: titles[status] ?? 'Error', detail: redact(detail), errors })
  }
}

function failureOf(error: unknown): Pick<AdminError, 'status' | 'issues'> & { readonly detail: string } {
  if (error instanceof AdminError)
    return { status: error.status, detail: error.message, issues: error.issues }
  if (error instanceof BrokenBodyError) {
    const detail = error.status === 413 ? 'The body is too large: the most is 16 MB.' : error.message
    return { status: error.status, detail, issues: [] }
  }
  // A path with escapes that are none.
  if (error instanceof URIError) return { status: 404, detail: unknownPath, issues: [] }
  // What the handle throws for a value that cannot be.
  if (error instanceof RangeError) {
    return { status: 422, detail: error.message, issues: [] }
  }
  return { status: 500, detail: 'The mock server failed at this request: please report it.', issues: [] }
}
