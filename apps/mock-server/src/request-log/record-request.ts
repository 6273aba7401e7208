import type { IncomingHttpHeaders } from 'node:http'
import type { UpstreamKind } from '@orderwright/core'
import type { Sent } from '../faults/strategy.ts'
import type { Answer } from '../http/answer.ts'
import type { Fields } from '../http/fields.ts'
import type { SimulatorState } from '../simulator/state.ts'
import type { LogEntry } from './entry.ts'
import type { SentAnswer } from './measure-sending.ts'
import { createRedactor, type Redact, redactFields, redactHeaders, withoutCutKey } from './redact.ts'
import type { RequestLog } from './request-log.ts'
import { bodySuggestion, pathSuggestion, suggestionsFor } from './suggestions.ts'

/** A request as it came, its keys still in it. */
export interface LoggedRequest extends Pick<LogEntry, 'method' | 'path' | 'upstream' | 'action' | 'account'> {
  readonly headers: IncomingHttpHeaders
  readonly fields: Fields
  /** The characters of its target and body. */
  readonly sentLength: number
  /** The content type, or blank, of a body that is of no kind that is read. */
  readonly unreadBody?: string | undefined
}

/** What faults made of an answer. */
export interface Injected {
  readonly faults: LogEntry['faults']
  /** What went out; `undefined` for nothing. */
  readonly sent: Sent | undefined
}

/** Of most requests. */
const noFaults: LogEntry['faults'] = []

/**
 * Records a request, every key removed from all of it.
 * @param answer what the API made of it, if anything
 * @returns what completes the entry once the answer is out
 */
export function recordRequest(
  state: SimulatorState,
  requestLog: RequestLog,
  request: LoggedRequest,
  answer: Answer | undefined,
  { startedAt, injected }: { readonly startedAt: number; readonly injected?: Injected },
): (sent: SentAnswer) => void {
  const { method, path, headers, upstream, action, account, fields } = request
  const keys = state.accounts.keys()
  const redact = createRedactor(fields, keys, headers)
  const shown = redactFields(fields, redact)
  const shownPath = redact(path)
  const entry = {
    at: timeText(startedAt),
    method,
    path: shownPath,
    upstream,
    action: action && redact(action),
    account,
    headers: redactHeaders(headers, redact),
    fields: recordOf(shown),
    orderId: answer?.orderId,
    ownAnswer: answer?.ownAnswer,
    faults: injected?.faults ?? noFaults,
    suggestions:
      upstream === undefined
        ? [pathSuggestion(shownPath)]
        : suggestionsOf(state, upstream, shown, request, answer),
    answer: injected === undefined ? shownAnswer(answer, redact) : shownSent(injected.sent, redact, keys),
  }
  const update = requestLog.record(entry, request.sentLength)
  return ({ durationMs, bytes, headers }) =>
    update(entry => ({
      ...entry,
      durationMs,
      sentBytes: bytes,
      sentHeaders: headers && redactHeaders(headers, redact),
    }))
}

function shownAnswer(answer: Answer | undefined, redact: Redact): LogEntry['answer'] {
  return answer && { status: answer.status, body: redact(answer.text) }
}

/** It may have been cut off. */
function shownSent(sent: Sent | undefined, redact: Redact, keys: readonly string[]): LogEntry['answer'] {
  return sent && { status: sent.status, body: withoutCutKey(redact(sent.body), keys) }
}

/** What was nearly said, and why it was refused if neither that nor the answer tells. */
function suggestionsOf(
  state: SimulatorState,
  upstream: UpstreamKind,
  shown: Fields,
  { unreadBody }: LoggedRequest,
  answer?: Answer,
): readonly string[] {
  const suggestions = suggestionsFor(state, upstream, shown)
  // What is missing is in the body that was not read.
  if (unreadBody !== undefined) return [bodySuggestion(unreadBody), ...suggestions]
  const reasons = (answer?.reasons ?? []).filter(reason => !isToldBy(suggestions, reason))
  return reasons.length === 0 ? suggestions : [...suggestions, ...reasons.slice(0, mostReasons)]
}

/** Whether a suggestion is about a field that the reason is about. */
function isToldBy(suggestions: readonly string[], reason: string): boolean {
  if (suggestions.length === 0) return false
  const names = reason.match(/`[^`]*`/g) ?? []
  return suggestions.some(suggestion => names.some(name => suggestion.includes(name)))
}

const mostReasons = 5

/** What a request nearly said, keys removed before anything is quoted or cut. */
export function redactedSuggestions(
  state: SimulatorState,
  request: LoggedRequest & { readonly upstream: UpstreamKind },
): readonly string[] {
  const redact = createRedactor(request.fields, state.accounts.keys(), request.headers)
  return suggestionsOf(state, request.upstream, redactFields(request.fields, redact), request)
}

/** Many requests fall into one millisecond. */
let latest = { time: -1, text: '' }

function timeText(time: number): string {
  if (time !== latest.time) latest = { time, text: new Date(time).toISOString() }
  return latest.text
}

function recordOf(fields: Fields): Readonly<Record<string, string>> {
  // Set like any other, it would be no field but the object's prototype.
  if (fields.has('__proto__')) return Object.fromEntries(fields)
  const record: Record<string, string> = {}
  for (const [name, text] of fields) record[name] = text
  return record
}
