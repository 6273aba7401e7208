import { createWaits, usualWaitMs, type WaitOptions } from '../clock/waits.ts'
import { curlCommand } from './curl.ts'
import type { LogEntry } from './entry.ts'
import { type Har, harOf } from './har.ts'
import { createKeptEntries } from './kept-entries.ts'
import { type LogQuery, selectorOf } from './query.ts'
import type { Redact } from './redact.ts'
import {
  describeUnmatched,
  type ExpectedCount,
  failureOf,
  VerificationError,
  verify,
  verifyOrder,
} from './verify.ts'

type NewEntry = Omit<LogEntry, 'sequence'>

export interface RequestLog {
  /**
   * @param sentLength the characters of the request as it came
   * @returns what changes the entry later, as long as it is kept
   */
  record(entry: NewEntry, sentLength: number): (change: (entry: LogEntry) => LogEntry) => void
  /** The entries that are kept, oldest first. */
  list(query?: LogQuery): readonly LogEntry[]
  /** The first that matches of the entries that are kept. */
  find(query: LogQuery): LogEntry | undefined
  /** How many of the entries that are kept match. */
  count(query?: LogQuery): number
  /**
   * Nothing if so many of the entries that are kept match, or as many as the bounds allow.
   * @throws VerificationError otherwise, with a message that tells which came, and which were nearly right
   */
  verify(query: LogQuery, expected: ExpectedCount): void
  /**
   * Nothing if requests that match the queries came in this order, with any others between.
   * @throws VerificationError otherwise, with a message that tells which did not come after the one before it
   */
  verifyOrder(queries: readonly LogQuery[]): void
  /** Which requests came, and nearly matched, for a query that none did, in a sentence. */
  describeUnmatched(query: LogQuery): string
  /** Calls back with each entry to come, before it is answered; what it gives stops that. */
  subscribe(listener: (entry: LogEntry) => void): () => void
  /**
   * The first entry that matches, now or later; it is entered before the answer is sent. Rejects with a VerificationError, which tells
   * what came instead, if none comes within ten seconds or `timeoutMs`, or the server is closed.
   */
  waitFor(query: LogQuery, options?: WaitOptions): Promise<LogEntry>
  /** The entries that match as an HTTP Archive 1.2, to open in a browser's network panel. */
  har(query?: LogQuery): Har
  /** A command for each entry that matches, which sends it again with the variable `KEY` where its key stood. */
  curl(query?: LogQuery): readonly string[]
  clear(): void
  /** Clears it, and counts from 1 again. */
  reset(): void
  /** Ends what waits for entries to come. */
  close(): void
}

/**
 * Keeps the latest `limit` entries, or fewer if they are so large that they would fill the memory.
 * @param redact removes keys from what a query says, before an error tells it
 */
export function createRequestLog(limit: number, redact: Redact): RequestLog {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new RangeError(`requestLogLimit must be a whole number above 0, was given ${String(limit)}`)
  }
  const kept = createKeptEntries(limit)
  const waits = createWaits()
  let sequence = 0
  const listeners = new Set<(entry: LogEntry) => void>()
  const list = (query: LogQuery = {}): readonly LogEntry[] => selectorOf(query)(kept.list())

  return {
    record(entry, sentLength) {
      sequence += 1
      const numbered = { sequence, ...entry }
      const update = kept.add(numbered, sentLength)
      for (const notify of listeners) notify(numbered)
      return update
    },
    list,
    find: query => list(query)[0],
    har: query => harOf(list(query)),
    curl: query => list(query).map(curlCommand),
    count: query => list(query).length,
    verify: (query, expected) => verify(kept.list(), query, expected, redact),
    verifyOrder: queries => verifyOrder(kept.list(), queries, redact),
    describeUnmatched: query => redact(describeUnmatched(kept.list(), query)),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    waitFor(query, options = {}) {
      const select = selectorOf(query)
      const [earlier] = select(kept.list())
      if (earlier !== undefined) return Promise.resolve(earlier)
      const { timeoutMs = usualWaitMs } = options
      return waits.wait<LogEntry>(
        {
          begin(resolve) {
            const notify = (entry: LogEntry): void => {
              const [found] = select(query.nth === undefined ? [entry] : kept.list())
              if (found !== undefined) resolve(found)
            }
            listeners.add(notify)
            return () => void listeners.delete(notify)
          },
          failure: why => {
            const found = failureOf(kept.list(), query, { atLeast: 1 }, redact)
            const end = why === 'closed' ? 'The server was closed.' : `Waited ${timeoutMs} ms.`
            return new VerificationError(`${end} ${found?.message ?? ''}`, 0)
          },
        },
        options,
      )
    },
    clear: kept.clear,
    close: waits.close,
    reset() {
      kept.clear()
      sequence = 0
    },
  }
}
