import * as v from 'valibot'
import { HttpStatusError, RefusedError, UnreadableError } from '../errors/answer-errors.ts'
import { AbortedError, NetworkError, RedirectedError, TimeoutError } from '../errors/request-errors.ts'
import type { AnyUpstreamError } from '../errors/upstream-error.ts'
import type { Redactions } from '../messages/redact.ts'
import { rejectionOf } from '../messages/rejection.ts'
import { redactMessages, type UpstreamMessage } from '../messages/upstream-message.ts'
import { describeAnswer, parseAnswer } from './answer.ts'
import type { Answered, Broken, Redirected } from './exchange.ts'
import { readSpokenWords } from './read-spoken-words.ts'

/**
 * Returns what an answer to a read says. The body is judged before the HTTP status: panels send their errors with 200
 * and with every other status.
 *
 * @throws {RefusedError} {@link HttpStatusError} {@link UnreadableError}
 */
export function readAnswer<T>(
  answer: Answered,
  schema: v.GenericSchema<unknown, T>,
  readRejection: (value: unknown) => readonly UpstreamMessage[] | undefined,
  { redact, redactValue }: Redactions,
): T {
  const { httpStatus, retryAfterMs } = answer
  const details = { httpStatus, retryAfterMs }
  const json = parseAnswer(answer.text, redactValue)
  const rejection = (json && readRejection(json.value)) ?? rejectionInWords(answer, json)
  if (rejection !== undefined) throw new RefusedError(redactMessages(rejection, redact), details)
  const description = describeAnswer(httpStatus, answer.excerpt)
  if (httpStatus >= 400) throw new HttpStatusError(description, details)
  if (json === undefined) throw new UnreadableError(description, details)
  const result = v.safeParse(schema, json.value)
  if (result.success) return result.output
  const path = v.getDotPath(result.issues[0])
  const place = path === null ? '' : ` What stands at ${path} is missing or of another form.`
  throw new UnreadableError(`${description}${place}`, details)
}

/** There may be no API at this address at all: what such a server says is not the upstream's. */
const noSuchPlace: ReadonlySet<number> = new Set([404, 405])

/** Returns words outside the upstream's own forms, if they are known or HTTP says that they refuse. */
function rejectionInWords(
  { httpStatus, excerpt }: Answered,
  json: { readonly value: unknown } | undefined,
): readonly UpstreamMessage[] | undefined {
  const words = readSpokenWords(json, excerpt)
  if (words.length === 0) return undefined
  const isRejection = httpStatus >= 400 && httpStatus < 500 && !noSuchPlace.has(httpStatus)
  return isRejection || rejectionOf(words).kind !== 'other' ? words : undefined
}

const classes = {
  network: NetworkError,
  timeout: TimeoutError,
  aborted: AbortedError,
  too_long: UnreadableError,
} as const satisfies Record<Broken['cause'], unknown>

/** Returns the error of a read whose answer did not come through. */
export function readError(exchange: Broken | Redirected): AnyUpstreamError {
  const { httpStatus, code, reason } = exchange
  if (exchange.kind === 'redirected') return new RedirectedError(reason, { httpStatus, code })
  return new classes[exchange.cause](reason, { httpStatus, code })
}
