import type { ServerResponse } from 'node:http'
import type { OwnAnswers } from './answers/own-answers.ts'
import type { Api } from './apis/api.ts'
import type { DialectSwitch } from './apis/panel/dialects.ts'
import type { FaultPlans } from './faults/fault-plans.ts'
import type { Injection } from './faults/injection.ts'
import { type Answer, sendAnswer } from './http/answer.ts'
import { BrokenBodyError, type Fields } from './http/fields.ts'
import { problemAnswer } from './http/problem.ts'
import { type LoggedRequest, recordRequest, redactedSuggestions } from './request-log/record-request.ts'
import { redactorOf } from './request-log/redact.ts'
import type { RequestLog } from './request-log/request-log.ts'
import type { SimulatorState } from './simulator/state.ts'

export interface ApiSurroundings {
  readonly state: SimulatorState
  readonly faults: FaultPlans
  readonly answers: OwnAnswers
  /** In which the panel words its errors. */
  readonly dialect: DialectSwitch
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

/** Carries out and answers what a request brought: at once, or by a promise if a fault has it wait. */
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
    if (suggestions.length === 0) {
      return answerRequest(surroundings, asked, response, {
        perform: () =>
          read instanceof BrokenBodyError ? api.refuse(read.status, read.message) : api.answer(method, read),
        refuse: () => api.refuse(503, 'The request was not carried out.'),
      })
    }
    const answer = problemAnswer({
      status: 400,
      title: 'Bad Request',
      detail: `This server is strict, and carried nothing out: ${suggestions.join('; ')}`,
    })
    recordRequest(state, requestLog, asked, answer)
    sendAnswer(response, answer)
    return undefined
  }
}

const noFields: Fields = new Map()

/** Returns how a request is carried out: by the API, or with an answer of the test's own. */
function performOf(
  { state, answers }: ApiSurroundings,
  asked: LoggedRequest,
  perform: () => Answer,
): () => Answer {
  return () => {
    const own = answers.take(asked)
    if (own === undefined) return perform()
    try {
      return own(perform)
    } catch (error) {
      const reason = redactorOf(state.accounts.keys())(error instanceof Error ? error.message : String(error))
      return problemAnswer({
        status: 500,
        title: 'Internal Server Error',
        detail: `The function that answers this request threw: ${reason}`,
      })
    }
  }
}

/** What is made of a request: its answer if it is carried out, and the answer if it is not. */
export interface Carrying {
  perform(): Answer
  refuse(): Answer
}

/** Answers a request of any path: with the faults that are planned for it, and an entry in the log. */
export function answerRequest(
  surroundings: ApiSurroundings,
  asked: LoggedRequest,
  response: ServerResponse,
  carrying: Carrying,
): Promise<void> | undefined {
  const { state, faults, requestLog } = surroundings
  const injection = faults.take(asked)
  const perform = performOf(surroundings, asked, carrying.perform)
  if (injection !== undefined) {
    return answerInjected(surroundings, asked, response, { ...carrying, perform }, injection)
  }
  const answer = perform()
  recordRequest(state, requestLog, asked, answer)
  sendAnswer(response, answer)
  return undefined
}

async function answerInjected(
  { state, requestLog }: ApiSurroundings,
  asked: LoggedRequest,
  response: ServerResponse,
  carrying: Carrying,
  injection: Injection,
): Promise<void> {
  await injection.before()
  const answer = injection.isCarriedOut ? carrying.perform() : carrying.refuse()
  const told = injection.isCarriedOut || injection.isAnswerSent ? answer : undefined
  recordRequest(state, requestLog, asked, told, { faults: injection.faults, sent: injection.sent(answer) })
  await injection.deliver(response, answer)
}
