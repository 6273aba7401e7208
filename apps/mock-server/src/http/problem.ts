import type { ServerResponse } from 'node:http'
import * as v from 'valibot'
import { type Answer, sendAnswer } from './answer.ts'
import { writeJson } from './json.ts'

/**
 * What is wrong with a request as the mock sees it, in a form of its own (RFC 9457), so that it is never
 * mistaken for an answer of the API that is played.
 */
export interface HttpProblem {
  readonly status: number
  readonly title: string
  /** One sentence that says what to do. */
  readonly detail: string
  /** What is wrong with single places of the request. */
  readonly errors?: readonly { readonly place: string; readonly detail: string }[] | undefined
}

export function sendProblem(response: ServerResponse, problem: HttpProblem): void {
  sendAnswer(response, problemAnswer(problem))
}

export function problemAnswer({ status, title, detail, errors = [] }: HttpProblem): Answer {
  const places = errors.map(({ place, detail }) => ({ place, detail }))
  const text = writeJson({
    type: 'about:blank',
    title,
    status,
    detail,
    errors: places.length === 0 ? undefined : places,
  })
  return { status, text, headers: { 'Content-Type': 'application/problem+json' } }
}

/** RFC 9457, with what is wrong with single places of the request. */
export const problemSchema: v.GenericSchema<HttpProblem & { readonly type: string }> = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  detail: v.pipe(v.string(), v.description('One sentence that says what to do.')),
  errors: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          place: v.pipe(v.string(), v.description('A parameter, or a JSON pointer into the body.')),
          detail: v.string(),
        }),
      ),
      v.readonly(),
    ),
  ),
})
