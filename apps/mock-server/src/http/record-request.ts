import { hintsFor, pathHint } from '../hints/hints-for.ts'
import type { Journal, JournalEntry } from '../journal/journal.ts'
import { createRedactor, redactFields } from '../journal/redact.ts'
import type { UpstreamKind } from '../upstream/accounts.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import type { Answer } from './answer.ts'
import type { Fields } from './read-fields.ts'

/** A request as it came, its keys still in it. */
export interface JournaledRequest
  extends Pick<JournalEntry, 'method' | 'path' | 'upstream' | 'action' | 'account'> {
  readonly fields: Fields
}

/** Of most requests. */
export const noFaults: JournalEntry['faults'] = []

/** Enters a request in the journal, every key removed from all of it. */
export function recordRequest(
  state: UpstreamState,
  journal: Journal,
  { method, path, upstream, action, account, fields }: JournaledRequest,
  faults: JournalEntry['faults'],
  answer: Answer | undefined,
): void {
  const redact = createRedactor(fields, state.accounts.keys())
  const shown = redactFields(fields, redact)
  const shownPath = redact(path)
  journal.record({
    at: timeText(state.clock.now()),
    method,
    path: shownPath,
    upstream,
    action: action && redact(action),
    account,
    fields: recordOf(shown),
    orderId: answer?.orderId,
    faults,
    hints: upstream === undefined ? [pathHint(shownPath)] : hintsOf(hintsFor(state, upstream, shown), answer),
    answer: answer && { status: answer.status, body: redact(answer.text) },
  })
}

/** What was nearly said, and why it was refused where neither that nor the answer tells. */
function hintsOf(hints: readonly string[], answer: Answer | undefined): readonly string[] {
  return hints.length > 0 ? hints : (answer?.reasons ?? hints)
}

/** What a request nearly said, keys removed before anything is quoted or cut. */
export function redactedHints(
  state: UpstreamState,
  upstream: UpstreamKind,
  fields: Fields,
): readonly string[] {
  return hintsFor(state, upstream, redactFields(fields, createRedactor(fields, state.accounts.keys())))
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
