import type { ServerResponse } from 'node:http'
import type { Api } from './apis/api.ts'
import type { FaultPlans } from './faults/fault-plans.ts'
import type { Injection } from './faults/injection.ts'
import { type Answer, sendAnswer } from './http/answer.ts'
import { BrokenBodyError, type Fields } from './http/fields.ts'
import { type HttpProblem, problemText, sendProblem } from './http/problem.ts'
import { type LoggedRequest, recordRequest, redactedSuggestions } from './request-log/record-request.ts'
import type { RequestLog } from './request-log/request-log.ts'
import type { SimulatorState } from './simulator/state.ts'

export interface ApiSurroundings {
  readonly state: SimulatorState
  readonly faults: FaultPlans
  readonly requestLog: RequestLog
}

/** What a request of an API brought: how, where to, and its fields or why they cannot be read. */
export interface ReadRequest {
  readonly method: string
  readonly path: string
  readonly read: Fields | BrokenBodyError
  /** The characters of its target and body. */
  readonly sentLength: number
  /** The content type, or blank, of a body that is of no kind that is read. */
  readonly unreadBody?: string | undefined
}

/** Carries out and answers what a request brought: at once, or by a promise where a fault has it wait. */
export type ApiWalk = (request: ReadRequest, response: ServerResponse) => Promise<void> | undefined

/** The walk of every request of an API once its fields are read: fault or answer, request log, socket. */
export function apiWalk(api: Api, surroundings: ApiSurroundings, isStrict: boolean): ApiWalk {
  const { state, requestLog } = surroundings
  return ({ method, path, read, sentLength, unreadBody }, response) => {
    const fields = read instanceof BrokenBodyError ? noFields : read
    const account = state.accounts.find(api.upstream, fields.get(api.keyField) ?? '')?.name
    const action = fields.get('action')
    const asked = { method, path, upstream: api.upstream, action, account, fields, sentLength, unreadBody }

    const suggestions = isStrict ? redactedSuggestions(state, asked) : []
    if (suggestions.length === 0) return carryOut(api, surroundings, asked, read, response)
    const problem = strictProblem(suggestions)
    const answer = { status: problem.status, text: problemText(problem) }
    recordRequest(state, requestLog, asked, answer)
    sendProblem(response, problem)
    return undefined
  }
}

const noFields: Fields = new Map()

type AskedRequest = LoggedRequest & Pick<Api, 'upstream'>

function carryOut(
  api: Api,
  surroundings: ApiSurroundings,
  asked: AskedRequest,
  read: Fields | BrokenBodyError,
  response: ServerResponse,
): Promise<void> | undefined {
  const { state, faults, requestLog } = surroundings
  const injection = faults.take(asked)
  if (injection !== undefined) return carryOutInjected(api, surroundings, asked, read, response, injection)
  const answer = answerTo(api, asked.method, read)
  recordRequest(state, requestLog, asked, answer)
  sendAnswer(response, answer)
  return undefined
}

async function carryOutInjected(
  api: Api,
  { state, requestLog }: ApiSurroundings,
  asked: AskedRequest,
  read: Fields | BrokenBodyError,
  response: ServerResponse,
  injection: Injection,
): Promise<void> {
  await injection.before()
  const answer = injection.isCarriedOut
    ? answerTo(api, asked.method, read)
    : api.refuse(503, 'The request was not carried out.')
  const told = injection.isCarriedOut || injection.isAnswerSent ? answer : undefined
  recordRequest(state, requestLog, asked, told, { faults: injection.faults, sent: injection.sent(answer) })
  await injection.deliver(response, answer)
}

function strictProblem(suggestions: readonly string[]): HttpProblem {
  return {
    status: 400,
    title: 'Bad Request',
    detail: `This server is strict, and carried nothing out: ${suggestions.join('; ')}`,
  }
}

function answerTo(api: Api, method: string, read: Fields | BrokenBodyError): Answer {
  return read instanceof BrokenBodyError ? api.refuse(read.status, read.message) : api.answer(method, read)
}
