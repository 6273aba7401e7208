import { hintsFor } from '../hints/hints-for.ts'
import type { Journal, JournalEntry } from '../journal/journal.ts'
import { createRedactor, type Redact, redactFields } from '../journal/redact.ts'
import type { UpstreamKind } from '../upstream/accounts.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import type { Answer } from './answer.ts'
import type { Fields } from './read-fields.ts'

export interface CarriedOutRequest
  extends Pick<JournalEntry, 'method' | 'path' | 'upstream' | 'action' | 'account' | 'faults'> {
  readonly fields: Fields
  readonly answer: Answer | undefined
}

/** Of most requests. */
export const noFaults: JournalEntry['faults'] = []

/** Enters a request in the journal, every key removed from all of it. */
export function recordRequest(state: UpstreamState, journal: Journal, request: CarriedOutRequest): void {
  const { method, path, upstream, action, account, faults, fields, answer } = request
  const redact = redactorFor(state, fields)
  const shown = redactFields(fields, redact)
  journal.record({
    at: new Date(state.clock.now()).toISOString(),
    method,
    path: redact(path),
    upstream,
    action: action && redact(action),
    account,
    fields: shown,
    orderId: answer?.orderId,
    faults,
    hints: upstream === undefined ? [] : hintsFor(state, upstream, new Map(Object.entries(shown))),
    answer: answer && { status: answer.status, body: redact(answer.text) },
  })
}

/** What a request nearly said, keys removed before anything is quoted or cut. */
export function redactedHints(
  state: UpstreamState,
  upstream: UpstreamKind,
  fields: Fields,
): readonly string[] {
  const shown = redactFields(fields, redactorFor(state, fields))
  return hintsFor(state, upstream, new Map(Object.entries(shown)))
}

function redactorFor(state: UpstreamState, fields: Fields): Redact {
  return createRedactor(
    fields,
    state.accounts.list().map(({ key }) => key),
  )
}
