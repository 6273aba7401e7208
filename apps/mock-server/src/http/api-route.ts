import type { ServerResponse } from 'node:http'
import type { FaultPlans } from '../faults/fault-plans.ts'
import type { Journal } from '../journal/journal.ts'
import type { UpstreamKind } from '../upstream/accounts.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import { type Answer, sendAnswer } from './answer.ts'
import { BrokenBodyError } from './broken-body-error.ts'
import { type HttpProblem, problemText, sendProblem } from './problem.ts'
import type { Fields } from './read-fields.ts'
import { type CarriedOutRequest, noFaults, recordRequest, redactedHints } from './record-request.ts'

/** One of the two APIs: pure but for the state that it was made with. */
export interface Api {
  readonly upstream: UpstreamKind
  /** The field that holds the key. */
  readonly keyField: string
  answer(method: string, fields: Fields): Answer
  /** That a request was not carried out, in the API's own form. */
  refuse(status: number, reason: string): Answer
}

export interface ApiSurroundings {
  readonly state: UpstreamState
  readonly faults: FaultPlans
  readonly journal: Journal
}

/** What a request of an API brought: how, where to, and its fields or why they cannot be read. */
export interface ReadRequest {
  readonly method: string
  readonly path: string
  readonly read: Fields | BrokenBodyError
}

/** Carries out and answers what a request brought. */
export type ApiWalk = (request: ReadRequest, response: ServerResponse) => Promise<void>

/** The walk of every request of an API once its fields are read: fault or answer, journal, socket. */
export function apiWalk(api: Api, surroundings: ApiSurroundings, isStrict: boolean): ApiWalk {
  const { state, journal } = surroundings
  return async ({ method, path, read }, response) => {
    const fields: Fields = read instanceof BrokenBodyError ? new Map() : read
    const account = state.accounts.find(api.upstream, fields.get(api.keyField) ?? '')?.name
    const asked = { method, path, upstream: api.upstream, action: fields.get('action'), account, fields }

    const hints = isStrict ? redactedHints(state, api.upstream, fields) : []
    if (hints.length === 0) return await carryOut(api, surroundings, asked, read, response)
    const problem = strictProblem(hints)
    const answer = { status: problem.status, text: problemText(problem) }
    recordRequest(state, journal, { ...asked, faults: noFaults, answer })
    sendProblem(response, problem)
  }
}

type AskedRequest = Omit<CarriedOutRequest, 'faults' | 'answer'> & Pick<Api, 'upstream'>

async function carryOut(
  api: Api,
  { state, faults, journal }: ApiSurroundings,
  asked: AskedRequest,
  read: Fields | BrokenBodyError,
  response: ServerResponse,
): Promise<void> {
  const strike = faults.take(asked)
  if (strike !== undefined) await strike.before()
  const isCarriedOut = strike === undefined || strike.isCarriedOut
  const answer = isCarriedOut
    ? state.changes.together(() => answerTo(api, asked.method, read))
    : api.refuse(503, 'The request was not carried out.')

  recordRequest(state, journal, {
    ...asked,
    faults: strike?.faults ?? noFaults,
    answer: isCarriedOut ? answer : undefined,
  })
  if (strike === undefined) sendAnswer(response, answer)
  else await strike.deliver(response, answer)
}

function strictProblem(hints: readonly string[]): HttpProblem {
  return {
    status: 400,
    title: 'Bad Request',
    detail: `This server is strict, and carried nothing out: ${hints.join('; ')}`,
  }
}

function answerTo(api: Api, method: string, read: Fields | BrokenBodyError): Answer {
  return read instanceof BrokenBodyError ? api.refuse(read.status, read.message) : api.answer(method, read)
}
