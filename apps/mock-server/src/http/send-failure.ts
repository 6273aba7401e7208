import type { ServerResponse } from 'node:http'
import { sendProblem } from './problem.ts'

/** Says that the mock itself failed, without a word of why: an error may hold what was sent. */
export function sendFailure(response: ServerResponse, _error: unknown): void {
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
