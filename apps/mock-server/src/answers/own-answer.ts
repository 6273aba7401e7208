import { validateHeaderName, validateHeaderValue } from 'node:http'
import * as v from 'valibot'
import { type Answer, jsonText } from '../http/answer.ts'
import { holdsKey } from '../http/key-field.ts'
import { checkCounts, countEntries, type MatchCount } from '../matching/counter.ts'
import { type MatchTarget, matchEntries, partsOfMatch, type RequestMatch } from '../matching/request-match.ts'
import { type DescribedSchema, described } from '../schema/leaf-schemas.ts'
import { mergePatch } from './merge-patch.ts'

/** What is sent. */
export interface GivenAnswer {
  /** From 200 to 599. Default: 200; beside a `patch`, the status of the API's answer. */
  readonly status?: number | undefined
  /** Beside the length, and the content type of JSON unless it is among them. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** A text is sent as it is, anything else as JSON. Default: nothing. */
  readonly body?: unknown
}

/** A request as a function that answers it is given it. */
export interface AnsweredRequest extends Omit<MatchTarget, 'fields'> {
  /** What was sent, keys left out. */
  readonly fields: Readonly<Record<string, string>>
}

/** An answer in place of the API's, for the requests that match. `times` is `'always'` by default, and 1 if `nth` is given. */
export interface OwnAnswer extends RequestMatch, MatchCount, GivenAnswer {
  /** A merge patch of the API's answer (RFC 7396): fields to set, and `null` for those to leave out. The request is carried out. */
  readonly patch?: unknown
  /** Whether the request is carried out before it is answered: an order is taken. Default: `false`; `true` with a `patch`. */
  readonly isCarriedOut?: boolean | undefined
}

/** An answer by a function of the test, which may have the request carried out, and see how the API would answer it. */
export interface AnsweringFunction extends RequestMatch, MatchCount {
  respond(
    request: AnsweredRequest,
    carryOut: () => { readonly status: number; readonly body: string },
  ): GivenAnswer
}

type OwnEntries = {
  readonly [Name in Exclude<keyof OwnAnswer, 'body' | 'patch'>]-?: DescribedSchema<
    NonNullable<OwnAnswer[Name]>
  >
} & { readonly [Name in 'body' | 'patch']: v.GenericSchema }

const entries: OwnEntries = {
  ...matchEntries,
  ...countEntries('`always`; 1 if `nth` is given.'),
  status: described(
    v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    'Default: 200; beside a `patch`, the status of the API.',
  ),
  headers: described(
    v.pipe(v.record(v.string(), v.string()), v.check(isHeaders, 'must be names and values of HTTP headers')),
    'Beside the length, and the content type of JSON unless it is among them.',
  ),
  isCarriedOut: described(
    v.boolean(),
    'Whether the request is carried out before it is answered. Default: `false`; `true` with a `patch`.',
  ),
  body: v.optional(
    v.pipe(v.unknown(), v.description('A text is sent as it is, anything else as JSON. Default: nothing.')),
  ),
  patch: v.optional(
    v.pipe(v.unknown(), v.description("A merge patch of the API's answer (RFC 7396), in place of a body.")),
  ),
}

/** An answer in place of the API's, for the requests that match. */
export const ownAnswerSchema: v.GenericSchema<unknown, OwnAnswer> = v.strictObject(entries)

const { nth, times } = entries

/** An answer by a function, which no document and no file can hold. */
export const answeringFunctionSchema: v.GenericSchema = v.strictObject({
  ...matchEntries,
  nth,
  times,
  respond: v.function('must be a function'),
})

function isHeaders(headers: Readonly<Record<string, string>>): boolean {
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    }
    return true
  } catch {
    return false
  }
}

/** @throws RangeError for what no answer can be, naming what was given */
export function checkOwnAnswer(given: OwnAnswer | AnsweringFunction): void {
  checkCounts(given)
  partsOfMatch(given)
  if ('respond' in given) return
  const { status = 200, headers = {}, body, patch, isCarriedOut } = given
  checkStatus(status)
  if (!isHeaders(headers)) throw new RangeError('headers must be names and values of HTTP headers')
  if ([given.status, given.headers, body, patch].every(part => part === undefined)) {
    throw new RangeError('An answer says a status, headers, a body or a patch: this one says nothing')
  }
  if (patch !== undefined && body !== undefined) {
    throw new RangeError("An answer has a body or a patch of the API's, not both")
  }
  if (patch !== undefined && isCarriedOut === false) {
    throw new RangeError("A patch is of the API's answer: the request must be carried out")
  }
}

function checkStatus(status: number): void {
  if (!Number.isSafeInteger(status) || status < 200 || status > 599) {
    throw new RangeError(`status must be a whole number from 200 to 599, was given ${String(status)}`)
  }
}

/**
 * Returns what goes out for a request.
 * @param carryOut has the API carry the request out, once
 */
export function answerOf(
  given: OwnAnswer | AnsweringFunction,
  request: MatchTarget,
  carryOut: () => Answer,
): Answer {
  let carried: Answer | undefined
  const once = (): Answer => {
    carried ??= carryOut()
    return carried
  }
  if ('respond' in given) {
    const answered = given.respond(shown(request), () => ({ status: once().status, body: once().text }))
    return { ...literal(answered), orderId: carried?.orderId }
  }
  if (given.patch !== undefined) {
    const { status, text, headers, orderId } = once()
    const patched = mergePatch(text, given.patch)
    return {
      status: given.status ?? status,
      text: request.upstream === 'qqtube' ? patched.replaceAll('/', '\\/') : patched,
      headers: { ...headers, ...given.headers },
      orderId,
    }
  }
  return { ...literal(given), orderId: given.isCarriedOut === true ? once().orderId : undefined }
}

function literal({ status = 200, headers, body }: GivenAnswer): Answer {
  checkStatus(status)
  return { status, headers, text: body === undefined ? '' : jsonText(body) }
}

function shown({ fields, ...request }: MatchTarget): AnsweredRequest {
  return { ...request, fields: Object.fromEntries([...fields].filter(([name]) => !holdsKey(name))) }
}
