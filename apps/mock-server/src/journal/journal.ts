import type { FaultPlan } from '../faults/fault-plan.ts'
import type { UpstreamKind } from '../upstream/accounts.ts'

/** One request, as it was carried out. */
export interface JournalEntry {
  /** From 1, in the order of arrival. */
  readonly sequence: number
  /** On the server's clock, ISO 8601. */
  readonly at: string
  readonly method: string
  /** Without the query: its fields are among `fields`. */
  readonly path: string
  /** Absent for a request that reached no API. */
  readonly upstream: UpstreamKind | undefined
  readonly action: string | undefined
  /** The account's name; absent for a wrong key. */
  readonly account: string | undefined
  /** What was sent, from wherever in the request, the key removed. */
  readonly fields: Readonly<Record<string, string>>
  /** The order that this request placed. */
  readonly orderId: string | undefined
  readonly fault: { readonly name: FaultPlan['fault']; readonly when: 'before' | 'after' } | undefined
  /** What the API answered, before a fault touched it; absent where the fault came before. */
  readonly answer: { readonly status: number; readonly body: string } | undefined
}

/** Picks entries: each field that is given must be equal. */
export type JournalQuery = {
  readonly [Field in 'method' | 'path' | 'upstream' | 'action' | 'account' | 'orderId']?:
    | JournalEntry[Field]
    | undefined
}

export interface Journal {
  record(entry: Omit<JournalEntry, 'sequence'>): void
  /** The entries that are kept, oldest first. */
  list(query?: JournalQuery): readonly JournalEntry[]
  /** The first entry that matches, now or later; it is entered before the answer is sent. */
  waitFor(query: JournalQuery, options?: { readonly signal?: AbortSignal }): Promise<JournalEntry>
  clear(): void
  /** Clears it, and counts from 1 again. */
  reset(): void
}

/** Keeps the latest `limit` entries. */
export function createJournal(limit: number): Journal {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new RangeError(`journalLimit must be a whole number above 0, was given ${String(limit)}`)
  }
  let entries: JournalEntry[] = []
  let count = 0
  const waiting = new Set<(entry: JournalEntry) => void>()

  return {
    record(entry) {
      count += 1
      const numbered = { sequence: count, ...entry }
      entries.push(numbered)
      // Cut in batches: shifting a long list at every request is slow.
      if (entries.length >= 2 * limit) entries = entries.slice(-limit)
      for (const notify of waiting) notify(numbered)
    },
    list: (query = {}) => entries.slice(-limit).filter(entry => matches(entry, query)),
    waitFor(query, { signal } = {}) {
      const earlier = entries.find(entry => matches(entry, query))
      if (earlier !== undefined) return Promise.resolve(earlier)
      return new Promise((resolve, reject) => {
        const notify = (entry: JournalEntry): void => {
          if (!matches(entry, query)) return
          settle()
          resolve(entry)
        }
        const abort = (): void => {
          settle()
          reject(signal?.reason)
        }
        const settle = (): void => {
          waiting.delete(notify)
          signal?.removeEventListener('abort', abort)
        }
        if (signal?.aborted === true) return abort()
        waiting.add(notify)
        signal?.addEventListener('abort', abort)
      })
    },
    clear() {
      entries = []
    },
    reset() {
      entries = []
      count = 0
    },
  }
}

function matches(entry: JournalEntry, query: JournalQuery): boolean {
  return (
    (query.method === undefined || query.method === entry.method) &&
    (query.path === undefined || query.path === entry.path) &&
    (query.upstream === undefined || query.upstream === entry.upstream) &&
    (query.action === undefined || query.action === entry.action) &&
    (query.account === undefined || query.account === entry.account) &&
    (query.orderId === undefined || query.orderId === entry.orderId)
  )
}
