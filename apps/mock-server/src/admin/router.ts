import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { controlRoot } from '../control-http/control-root.ts'
import { findRoute } from '../control-http/find-route.ts'
import { queryValues } from '../control-http/query-values.ts'
import { hasNone, parseBody, readBody } from '../control-http/read-body.ts'
import { sendBody } from '../http/answer.ts'
import { sendProblem } from '../http/problem.ts'
import { type Redact, redactorOf } from '../request-log/redact.ts'
import type { Guard } from './guard.ts'
import type { MockControl } from './handle/mock-control.ts'
import { documentFor } from './openapi/documents.ts'
import { pageFileFor } from './page/page-files.ts'
import { sendPageFile } from './page/send-page-file.ts'
import { anyText, ControlError, type ControlRoute, nothing } from './routes/route.ts'

/** Answers whatever begins with `/__mock`: the page, the documents, and what can be asked of the server. */
export function createControlHandler(
  control: MockControl,
  guard: Guard,
  keys: () => readonly string[],
): RequestListener {
  return (request, response) => {
    const redact: Redact = text => redactorOf(keys())(text)
    answer(control, guard, redact, request, response).catch((error: unknown) =>
      sendFailure(response, redact, error),
    )
  }
}

async function answer(
  control: MockControl,
  guard: Guard,
  redact: Redact,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '', 'http://localhost')
  const path = url.pathname.slice(controlRoot.length)
  // Whoever types the address leaves the last slash out, and the page's own files are named without a first one.
  if (path === '' && isReading(request)) {
    response.writeHead(308, { Location: `${controlRoot}/`, 'Content-Length': 0 }).end()
    return
  }
  const file = pageFileFor(path)
  // The page holds no secret, and has to be there before a token can be typed into it.
  if (file !== undefined && isReading(request)) return sendPageFile(response, file)
  guard.check(request)
  const document = documentFor(path)
  if (document !== undefined && isReading(request)) return sendJson(response, document, redact)

  const found = findRoute(request.method ?? '', path)
  if (found.kind === 'unknown') throw new ControlError(404, unknownPath)
  if (found.kind === 'other_method') {
    response.setHeader('Allow', found.methods.join(', '))
    throw new ControlError(405, `This path takes ${found.methods.join(' or ')}.`)
  }
  const { route } = found
  const value = await route.perform({
    control,
    params: { ...queryValues(url.searchParams), ...found.params },
    body: await bodyFor(route, request),
    signal: goneSignal(response),
  })
  if (route.answer === nothing) response.writeHead(204).end()
  else sendJson(response, value, redact)
}

const unknownPath =
  'There is nothing at this path: /__mock/openapi/control.json describes what there is, and /__mock/ is a page.'

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

async function bodyFor({ body }: ControlRoute, request: IncomingMessage): Promise<unknown> {
  if (body === nothing) return undefined
  // A catalogue that was forgotten is not to replace one.
  if (body === anyText && hasNone(request))
    throw new ControlError(400, 'The body is missing: send a services answer as JSON.')
  const text = await readBody(request)
  return body === anyText ? text : parseBody(text)
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

function sendFailure(response: ServerResponse, redact: Redact, error: unknown): void {
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

function failureOf(error: unknown): Pick<ControlError, 'status' | 'issues'> & { readonly detail: string } {
  if (error instanceof ControlError)
    return { status: error.status, detail: error.message, issues: error.issues }
  // What the handle throws for a value that cannot be.
  if (error instanceof RangeError) {
    return { status: 422, detail: error.message, issues: [] }
  }
  return { status: 500, detail: 'The mock server failed at this request: please report it.', issues: [] }
}
