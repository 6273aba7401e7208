import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { OwnAnswers } from './answers/own-answers.ts'
import type { Api } from './apis/api.ts'
import type { DialectSwitch } from './apis/panel/dialects.ts'
import type { FaultPlans } from './faults/fault-plans.ts'
import type { Injection } from './faults/injection.ts'
import { type Answer, sendAnswer } from './http/answer.ts'
import { BrokenBodyError, type Fields } from './http/fields.ts'
import { problemAnswer } from './http/problem.ts'
import { measureSending } from './request-log/measure-sending.ts'
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
  readonly headers: IncomingHttpHeaders
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
  const { state } = surroundings
  return ({ method, path, headers, read, sentLength, unreadBody }, response) => {
    const fields = read instanceof BrokenBodyError ? noFields : read
    const account = state.accounts.find(api.upstream, fields.get(api.keyField) ?? '')?.name
    const action = fields.get('action')
    const sent = { fields, sentLength, unreadBody }
    const asked = { method, path, headers, upstream: api.upstream, action, account, ...sent }

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
    sendPlain(surroundings, asked, response, answer)
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
      return { ...own.answer(perform), ownAnswer: own.id }
    } catch (error) {
      const reason = redactorOf(state.accounts.keys())(error instanceof Error ? error.message : String(error))
      const answer = problemAnswer({
        status: 500,
        title: 'Internal Server Error',
        detail: `The function that answers this request threw: ${reason}`,
      })
      return { ...answer, ownAnswer: own.id }
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
  const { faults } = surroundings
  const injection = faults.take(asked)
  const perform = performOf(surroundings, asked, carrying.perform)
  if (injection !== undefined) {
    return answerInjected(surroundings, asked, response, { ...carrying, perform }, injection)
  }
  sendPlain(surroundings, asked, response, perform())
  return undefined
}

/** Sends an answer that no fault touches. */
function sendPlain(
  { state, requestLog }: ApiSurroundings,
  asked: LoggedRequest,
  response: ServerResponse,
  answer: Answer,
): void {
  const sending = measureSending(state.clock, response)
  const complete = recordRequest(state, requestLog, asked, answer, { startedAt: sending.startedAt })
  sendAnswer(response, answer)
  sending.whenOver(complete)
}

async function answerInjected(
  { state, requestLog }: ApiSurroundings,
  asked: LoggedRequest,
  response: ServerResponse,
  carrying: Carrying,
  injection: Injection,
): Promise<void> {
  const sending = measureSending(state.clock, response)
  await injection.before()
  const answer = injection.isCarriedOut ? carrying.perform() : carrying.refuse()
  const told = injection.isCarriedOut || injection.isAnswerSent ? answer : undefined
  const injected = { faults: injection.faults, sent: injection.sent(answer) }
  const { startedAt } = sending
  const complete = recordRequest(state, requestLog, asked, told, { startedAt, injected })
  await injection.deliver(response, answer)
  sending.whenOver(complete)
}
