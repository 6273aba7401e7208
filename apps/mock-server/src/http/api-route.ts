import type { Request, RequestHandler, Response } from 'express'
import type { FaultPlans } from '../faults/fault-plans.ts'
import type { Journal } from '../journal/journal.ts'
import type { UpstreamKind } from '../upstream/accounts.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import { type Answer, sendAnswer } from './answer.ts'
import { BrokenBodyError } from './broken-body-error.ts'
import { type HttpProblem, problemText, sendProblem } from './problem.ts'
import { type Fields, readFields } from './read-fields.ts'
import { type CarriedOutRequest, recordRequest, redactedHints } from './record-request.ts'

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

/** The walk of every request of an API: fields, fault or answer, journal, socket. */
export function apiRoute(api: Api, surroundings: ApiSurroundings, isStrict: boolean): RequestHandler {
  const { state, journal } = surroundings
  return async (request, response) => {
    const read = await fieldsOrError(request, response)
    const fields: Fields = read instanceof BrokenBodyError ? new Map() : read
    const account = state.accounts.find(api.upstream, fields.get(api.keyField) ?? '')?.name
    const { method, path } = request
    const asked = { method, path, upstream: api.upstream, action: fields.get('action'), account, fields }

    const hints = isStrict ? redactedHints(state, api.upstream, fields) : []
    if (hints.length === 0) return await carryOut(api, surroundings, asked, read, response)
    const problem = strictProblem(hints)
    const answer = { status: problem.status, text: problemText(problem) }
    recordRequest(state, journal, { ...asked, fault: undefined, answer })
    sendProblem(response, problem)
  }
}

type AskedRequest = Omit<CarriedOutRequest, 'fault' | 'answer'> & Pick<Api, 'upstream'>

async function carryOut(
  api: Api,
  { state, faults, journal }: ApiSurroundings,
  asked: AskedRequest,
  read: Fields | BrokenBodyError,
  response: Response,
): Promise<void> {
  const strike = faults.take(asked)
  if (strike !== undefined) await strike.before()
  const isCarriedOut = strike === undefined || strike.isCarriedOut
  const answer = isCarriedOut
    ? state.changes.together(() => answerTo(api, asked.method, read))
    : api.refuse(503, 'The request was not carried out.')

  recordRequest(state, journal, {
    ...asked,
    fault: strike && { name: strike.fault, when: strike.when },
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

async function fieldsOrError(request: Request, response: Response): Promise<Fields | BrokenBodyError> {
  try {
    return await readFields(request, response)
  } catch (error) {
    if (error instanceof BrokenBodyError) return error
    throw error
  }
}

function answerTo(api: Api, method: string, read: Fields | BrokenBodyError): Answer {
  return read instanceof BrokenBodyError ? api.refuse(read.status, read.message) : api.answer(method, read)
}
