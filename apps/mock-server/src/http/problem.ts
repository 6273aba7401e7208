import type { ServerResponse } from 'node:http'
import { sendBody } from './answer.ts'
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
  sendBody(response, problem.status, 'application/problem+json', problemText(problem))
}

export function problemText({ status, title, detail, errors = [] }: HttpProblem): string {
  const places = errors.map(({ place, detail }) => ({ place, detail }))
  return writeJson({
    type: 'about:blank',
    title,
    status,
    detail,
    errors: places.length === 0 ? undefined : places,
  })
}
