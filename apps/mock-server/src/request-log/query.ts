import * as v from 'valibot'
import type { AppliedFault } from '../faults/injection.ts'
import { faultNames } from '../faults/registry.ts'
import { checkCounts } from '../matching/counter.ts'
import {
  type MatchPart,
  type MatchTarget,
  matchEntries,
  partsOfMatch,
  type RequestMatch,
} from '../matching/request-match.ts'
import { type DescribedSchema, described, idSchema, nameSchema, queryNumber } from '../schema/leaf-schemas.ts'
import type { LogEntry } from './entry.ts'

/** Picks entries by what was sent, and by what became of it. */
export interface LogQuery extends RequestMatch {
  /** Whether an entry has suggestions. */
  readonly hasSuggestions?: boolean | undefined
  /** The name of a fault that was injected, alone or among others. */
  readonly fault?: AppliedFault['name'] | undefined
  /** The order that it placed. */
  readonly orderId?: string | number | undefined
  /** Which one alone of the entries that match, counted from the oldest that is kept: from 1. */
  readonly nth?: number | undefined
}

/** One part of a query: what it asks for, and what an entry has. */
export type QueryPart = MatchPart<LogEntry>

/** @throws RangeError for a field that holds a key: an error would show it */
export function partsOf({
  hasSuggestions,
  fault,
  orderId,
  nth: _,
  ...match
}: LogQuery): readonly QueryPart[] {
  const parts: QueryPart[] = partsOfMatch(match).map(part => ({
    ...part,
    of: entry => part.of(targetOf(entry)),
    isMet: entry => part.isMet(targetOf(entry)),
  }))
  const add = (name: string, wanted: unknown, of: QueryPart['of'], isMet?: QueryPart['isMet']): void => {
    if (wanted !== undefined)
      parts.push({ name, wanted, of, isMet: isMet ?? (entry => of(entry) === wanted) })
  }
  add('orderId', orderId === undefined ? undefined : String(orderId), entry => entry.orderId)
  const namesOf = ({ faults }: LogEntry): readonly string[] => faults.map(({ name }) => name)
  add(
    'fault',
    fault,
    entry => namesOf(entry).join(' and ') || undefined,
    entry => namesOf(entry).includes(fault ?? ''),
  )
  add('hasSuggestions', hasSuggestions, ({ suggestions }) => suggestions.length > 0)
  return parts
}

function targetOf(entry: LogEntry): MatchTarget {
  return { ...entry, fields: new Map(Object.entries(entry.fields)) }
}

/**
 * Returns what picks the entries that a query is about.
 * @throws RangeError for a field that holds a key, or an `nth` that is no whole number above 0
 */
export function selectorOf(query: LogQuery): (entries: readonly LogEntry[]) => readonly LogEntry[] {
  checkCounts({ nth: query.nth })
  const parts = partsOf(query)
  return entries => {
    const found = entries.filter(entry => parts.every(({ isMet }) => isMet(entry)))
    return query.nth === undefined ? found : found.slice(query.nth - 1, query.nth)
  }
}

const whichOne = 'Which one alone of the entries that match, counted from the oldest that is kept.'

const faultSchema = v.pipe(
  v.picklist(faultNames),
  v.description('One that was injected, alone or among others.'),
)

type QueryEntries = {
  readonly [Name in keyof LogQuery]-?: DescribedSchema<NonNullable<LogQuery[Name]>>
}

/** A query as JSON has it, or a test. */
export const queryEntries: QueryEntries = {
  ...matchEntries,
  orderId: v.optional(idSchema),
  fault: v.optional(faultSchema),
  hasSuggestions: v.optional(v.boolean()),
  nth: described(v.pipe(v.number(), v.integer(), v.minValue(1)), whichOne),
}

const text = v.optional(nameSchema)

/** A query as the query of a URL has it, in texts: each part that is given must be equal. */
export const textQueryEntries: QueryEntries = {
  method: text,
  path: text,
  upstream: matchEntries.upstream,
  action: text,
  account: text,
  service: text,
  link: text,
  quantity: text,
  order: text,
  fields: v.optional(
    v.pipe(
      matchEntries.fields.wrapped,
      v.description('What was sent, among other fields.'),
      v.examples([{ quantity: '1000' }]),
    ),
  ),
  orderId: text,
  fault: v.optional(faultSchema),
  hasSuggestions: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform(given => given === 'true'),
      v.boolean(),
      v.description('Whether the mock had something to say about the request.'),
    ),
  ),
  nth: v.optional(queryNumber(1, Number.MAX_SAFE_INTEGER, whichOne)),
}
