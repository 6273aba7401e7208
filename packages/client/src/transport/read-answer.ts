import * as v from 'valibot'
import { HttpStatusError } from '../errors/http-status-error.ts'
import { RefusedError } from '../errors/refused-error.ts'
import { UnreadableError } from '../errors/unreadable-error.ts'
import { redactMessages, type UpstreamMessage } from '../upstream-message.ts'
import { describeAnswer } from './describe-answer.ts'
import type { Answered } from './exchange.ts'
import { parseAnswer } from './parse-answer.ts'
import type { Redactions } from './redact.ts'

/**
 * What an answer to a read says. The body is judged before the HTTP status: panels send their errors with 200
 * and with every other status.
 *
 * @throws {RefusedError} {@link HttpStatusError} {@link UnreadableError}
 */
export function readAnswer<T>(
  answer: Answered,
  schema: v.GenericSchema<unknown, T>,
  readRefusal: (value: unknown) => readonly UpstreamMessage[] | undefined,
  { redact, redactValue }: Redactions,
): T {
  const { httpStatus, retryAfterMs } = answer
  const details = { httpStatus, retryAfterMs }
  const json = parseAnswer(answer.text, redactValue)
  const refusal = json === undefined ? undefined : readRefusal(json.value)
  if (refusal !== undefined) throw new RefusedError(redactMessages(refusal, redact), details)
  const description = describeAnswer(httpStatus, answer.excerpt)
  if (httpStatus >= 400) throw new HttpStatusError(description, details)
  if (json === undefined) throw new UnreadableError(description, details)
  const result = v.safeParse(schema, json.value)
  if (result.success) return result.output
  const path = v.getDotPath(result.issues[0])
  const place = path === null ? '' : ` What stands at ${path} is missing or of another form.`
  throw new UnreadableError(`${description}${place}`, details)
}
