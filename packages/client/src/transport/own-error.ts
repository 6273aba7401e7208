import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { isRecord, readText, type WireRecord } from './wire.ts'

/** How many texts of an error are kept, and how long each may be. */
const mostTexts = 20
const longestText = 2000

/** Where an error's own words stand, and the fields that go with an answer whatever it is about. */
const wordFields = [
  'message',
  'messages',
  'msg',
  'description',
  'detail',
  'details',
  'reason',
  'error_description',
] as const
const errorFields = ['error', 'errors'] as const
const envelopeFields: ReadonlySet<string> = new Set([
  ...wordFields,
  ...errorFields,
  'status',
  'success',
  'ok',
  'code',
  'status_code',
  'statusCode',
  'data',
  'meta',
  'time',
  'timestamp',
])

/** What servers write in an error field if there was no error. */
const noError = /^(?:0+|false|no|none|null|nil|undefined|ok|success)$/i

/** What they write in it if the words of the error stand elsewhere. */
const flag = /^(?:1|true|yes)$/i

/** The words for failure in `status`, `success` and `ok`. */
const failure =
  /^(?:error|errors|err|fail|failed|failure|false|no|nok|ko|0|unsuccessful|denied|forbidden|unauthorized|invalid|bad request|[45]\d\d)$/i

/** What `readOwnError` has found. */
export interface OwnError {
  /** Perhaps none: an error without words is one all the same. */
  readonly texts: readonly string[]
  /** Whether `status` alone says so, which may be the status of what was asked about. */
  readonly isByStatus: boolean
}

/**
 * Returns an upstream's own error in an answer, or in an item of one, in the forms that were met: `error` or `errors` as
 * text, list, object or flag; `success` or `ok` that say no; a `status` in a word for failure. `undefined` if there
 * is none: 0, null, false and blank errors are none.
 */
export function readOwnError(value: unknown): OwnError | undefined {
  if (!isRecord(value)) return undefined
  const errors = errorFields.flatMap(name => textsIn(own(value, name))).filter(text => !noError.test(text))
  const words = errors.filter(text => !flag.test(text))
  if (words.length > 0) return { texts: distinct([...words, ...messagesOf(value)]), isByStatus: false }
  const isFlagged = errors.length > 0 || errorFields.some(name => isFlag(own(value, name)))
  if (isFlagged || isFailure(own(value, 'success')) || isFailure(own(value, 'ok'))) {
    return { texts: messagesOf(value), isByStatus: false }
  }
  return isFailure(own(value, 'status')) && !isHttpProblem(value)
    ? { texts: messagesOf(value), isByStatus: true }
    : undefined
}

/** Returns whether a value is a problem of RFC 9457, which a server sends if there is no API, with the HTTP status as `status`. */
function isHttpProblem(value: WireRecord): boolean {
  return typeof own(value, 'status') === 'number' && own(value, 'title') !== undefined
}

/** Returns the texts of the fields in which errors have their words, whether or not this is an error. */
export function messagesOf(value: unknown): readonly string[] {
  if (!isRecord(value)) return []
  const data = own(value, 'data')
  const inside = isRecord(data)
    ? [...wordFields, ...errorFields].flatMap(name => textsIn(own(data, name)))
    : []
  const words = [...wordFields.flatMap(name => textsIn(own(value, name))), ...inside]
  return distinct(typeof data === 'string' ? [...words, ...textsIn(data)] : words)
}

/** Returns what an envelope holds under `data`, and any other value as it is. */
export function unwrapped(value: unknown): unknown {
  if (!isRecord(value) || !Object.keys(value).every(name => envelopeFields.has(name))) return value
  const data = own(value, 'data')
  return isRecord(data) || Array.isArray(data) ? data : value
}

/** Returns whether an answer has only the fields that any answer may have. */
export function isBareEnvelope(value: WireRecord): boolean {
  return Object.keys(value).every(name => envelopeFields.has(name) && name !== 'data')
}

/** Returns a property that the value has itself, never one such as `constructor` that every object inherits. */
export function own(value: WireRecord, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

/** Returns a text of an upstream's at a length that can be stored and shown. */
export function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}

export function asMessages(texts: readonly string[]): readonly UpstreamMessage[] {
  return texts.map(text => ({ id: undefined, text }))
}

/** Returns the texts of an error: of an object its message, or else all that it holds, as Laravel's `errors` have it. */
function textsIn(value: unknown, depth = 0): readonly string[] {
  const text = readText(value)
  if (text !== undefined) return [shortened(text)]
  if (depth > 4 || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.slice(0, mostTexts).flatMap(item => textsIn(item, depth + 1))
  if (!isRecord(value)) return []
  const named = [...wordFields, ...errorFields].flatMap(name => textsIn(own(value, name), depth + 1))
  if (named.length > 0) return named
  return Object.entries(value)
    .slice(0, mostTexts)
    .filter(([name, item]) => name !== 'code' && typeof item !== 'number')
    .flatMap(([, item]) => textsIn(item, depth + 1))
}

function isFlag(value: unknown): boolean {
  return value === true || (isRecord(value) && Object.keys(value).length > 0)
}

function isFailure(value: unknown): boolean {
  const text = readText(value)
  return value === false || (text !== undefined && failure.test(text.replace(/[\s_-]+/g, ' ')))
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, mostTexts)
}
