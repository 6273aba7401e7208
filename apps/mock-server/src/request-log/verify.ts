import { nearestName } from '../schema/nearest-name.ts'
import type { LogEntry } from './entry.ts'
import { type LogQuery, partsOf, type QueryPart, selectorOf } from './query.ts'
import type { Redact } from './redact.ts'

/** How many requests there have to be: so many, or between two bounds, both included. */
export type ExpectedCount =
  | number
  | { readonly atLeast?: number | undefined; readonly atMost?: number | undefined }

/** Other requests came than were expected; its message says which, and which were nearly right. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError'
  /** How many matched; of an order of requests, how many came in it. */
  readonly count: number

  constructor(message: string, count: number) {
    super(message)
    this.count = count
  }
}

/**
 * @throws VerificationError if not as many of the entries match as are expected
 * @throws RangeError for a count that is no whole number from 0
 */
export function verify(
  entries: readonly LogEntry[],
  query: LogQuery,
  expected: ExpectedCount,
  redact: Redact,
): void {
  const failure = failureOf(entries, query, expected, redact)
  if (failure !== undefined) throw failure
}

/** What {@link verify} throws. */
export function failureOf(
  entries: readonly LogEntry[],
  query: LogQuery,
  expected: ExpectedCount,
  redact: Redact,
): VerificationError | undefined {
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } =
    typeof expected === 'number' ? { atLeast: expected, atMost: expected } : expected
  checkCount(atLeast)
  if (atMost !== Number.POSITIVE_INFINITY) checkCount(atMost)
  const parts = partsOf(query)
  const matching = selectorOf(query)(entries)
  const count = matching.length
  if (count >= atLeast && count <= atMost) return undefined
  const sentences = [
    `Expected ${boundsText(atLeast, atMost)}${queryText(parts)}${nthText(query)}, and there ${count === 1 ? 'was' : 'were'} ${count}${numbersOf(matching)}.`,
    ...(count < atLeast ? nearMisses(entries, parts) : []),
  ]
  return new VerificationError(redact(sentences.join(' ')), count)
}

/** Returns what was looked for, and which requests nearly matched. */
export function describeUnmatched(entries: readonly LogEntry[], query: LogQuery): string {
  const parts = partsOf(query)
  return [`No request${queryText(parts)} came after it was planned.`, ...nearMisses(entries, parts)].join(' ')
}

/**
 * Confirms that requests came one after another, with any others between.
 * @throws VerificationError that says which did not come after the one before it, and what came close; RangeError for an `nth`
 */
export function verifyOrder(
  entries: readonly LogEntry[],
  queries: readonly LogQuery[],
  redact: Redact,
): void {
  let rest = entries
  let before: LogEntry | undefined
  for (const [index, query] of queries.entries()) {
    if (query.nth !== undefined) throw new RangeError('An order of requests has no nth: name each of them')
    const parts = partsOf(query)
    const isWanted = (entry: LogEntry): boolean => parts.every(({ isMet }) => isMet(entry))
    const found = rest.findIndex(isWanted)
    if (found === -1) {
      const after = before === undefined ? '' : ` after number ${before.sequence}`
      const earlier = entries.filter(isWanted)
      const sentences = [
        `Expected request ${index + 1} of ${queries.length}${queryText(parts)}${after}, and there was none.`,
        ...(earlier.length > 0 ? [`It came before${numbersOf(earlier)}.`] : nearMisses(rest, parts)),
      ]
      throw new VerificationError(redact(sentences.join(' ')), index)
    }
    before = rest[found]
    rest = rest.slice(found + 1)
  }
}

function checkCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`A count of requests must be a whole number from 0, was given ${String(count)}`)
  }
}

function boundsText(atLeast: number, atMost: number): string {
  if (atLeast === atMost) return requests(atLeast)
  if (atMost === Number.POSITIVE_INFINITY) return `at least ${requests(atLeast)}`
  return atLeast === 0 ? `at most ${requests(atMost)}` : `${atLeast} to ${requests(atMost)}`
}

function requests(count: number): string {
  return `${count} ${count === 1 ? 'request' : 'requests'}`
}

function nthText({ nth }: LogQuery): string {
  return nth === undefined ? '' : `, number ${nth} of them`
}

function queryText(parts: readonly QueryPart[]): string {
  const texts = parts.map(({ name, wanted }) => `${name} ${JSON.stringify(wanted)}`)
  return texts.length === 0 ? '' : ` with ${texts.join(' and ')}`
}

/** A test has few requests; if there are more, the first ones tell enough. */
const mostShown = 5

function numbersOf(entries: readonly LogEntry[]): string {
  if (entries.length === 0) return ''
  const numbers = entries.slice(0, mostShown).map(({ sequence }) => sequence)
  return ` (number ${numbers.join(', ')}${entries.length > mostShown ? ', …' : ''})`
}

/** Whoever misspelt a field in a query finds it among those that were sent. */
function nearestField(part: string, { fields }: LogEntry): string {
  const [, name] = /^fields\.(.+)$/s.exec(part) ?? []
  const near = name === undefined ? undefined : nearestName(name, Object.keys(fields))
  return near === undefined ? '' : `: did you mean fields.${near}?`
}

/** Those that differ in one part alone, and what they have there. */
function nearMisses(entries: readonly LogEntry[], parts: readonly QueryPart[]): readonly string[] {
  if (entries.length === 0) return ['No request has come at all.']
  const near = entries.flatMap(entry => {
    const [missed, ...others] = parts.filter(({ isMet }) => !isMet(entry))
    if (missed === undefined || others.length > 0) return []
    const found = missed.of(entry)
    const has =
      found === undefined
        ? `no ${missed.name}${nearestField(missed.name, entry)}`
        : `${missed.name} ${JSON.stringify(found)}`
    return [
      `Number ${entry.sequence} has ${has}${entry.suggestions.length > 0 ? ` (${entry.suggestions.join('; ')})` : ''}.`,
    ]
  })
  return near.slice(0, mostShown)
}
