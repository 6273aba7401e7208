import type { Journal, JournalEntry } from '../journal/journal.ts'
import { createRedactor, redactFields } from '../journal/redact.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import type { Answer } from './answer.ts'
import type { Fields } from './read-fields.ts'

export interface CarriedOutRequest
  extends Pick<JournalEntry, 'method' | 'path' | 'upstream' | 'action' | 'account' | 'fault'> {
  readonly fields: Fields
  readonly answer: Answer | undefined
}

/** Enters a request in the journal, every key removed from all of it. */
export function recordRequest(state: UpstreamState, journal: Journal, request: CarriedOutRequest): void {
  const { method, path, upstream, action, account, fault, fields, answer } = request
  const knownKeys = state.accounts.list().map(({ key }) => key)
  const redact = createRedactor(fields, knownKeys)
  journal.record({
    at: new Date(state.clock.now()).toISOString(),
    method,
    path: redact(path),
    upstream,
    action: action && redact(action),
    account,
    fields: redactFields(fields, redact),
    orderId: answer?.orderId,
    fault,
    answer: answer && { status: answer.status, body: redact(answer.text) },
  })
}
