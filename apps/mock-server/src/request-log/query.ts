import * as v from 'valibot'
import type { AppliedFault } from '../faults/injection.ts'
import { faultNames } from '../faults/registry.ts'
import { type DescribedSchema, idSchema, nameSchema, upstreamSchema } from '../schema/leaf-schemas.ts'
import type { LogEntry } from './entry.ts'
import { holdsKey } from './key-field.ts'

/** Picks entries: each part that is given must be equal. */
export type LogQuery = {
  /** Whether an entry has suggestions. */
  readonly hasSuggestions?: boolean | undefined
  /** The name of a fault that was injected, alone or among others. */
  readonly fault?: AppliedFault['name'] | undefined
  /** What was sent, among other fields: such as `{ quantity: '1000' }`. */
  readonly fields?: Readonly<Record<string, string | number>> | undefined
  /** The order that it placed. */
  readonly orderId?: string | number | undefined
} & { readonly [Field in OwnPart]?: LogEntry[Field] | undefined }

type OwnPart = (typeof ownParts)[number]

const ownParts = ['method', 'path', 'upstream', 'action', 'account'] as const

/** One part of a query: what it asks for, and what an entry has. */
export interface QueryPart {
  /** Such as `action` or `fields.quantity`. */
  readonly name: string
  readonly wanted: unknown
  of(entry: LogEntry): unknown
  isMet(entry: LogEntry): boolean
}

/** @throws RangeError for a field that holds a key: an error would show it */
export function partsOf({
  hasSuggestions,
  fault,
  fields = {},
  orderId,
  ...own
}: LogQuery): readonly QueryPart[] {
  const parts: QueryPart[] = []
  const add = (name: string, wanted: unknown, of: QueryPart['of'], isMet?: QueryPart['isMet']): void => {
    if (wanted !== undefined)
      parts.push({ name, wanted, of, isMet: isMet ?? (entry => of(entry) === wanted) })
  }
  for (const name of ownParts) add(name, own[name], entry => entry[name])
  for (const [name, text] of Object.entries(fields)) {
    if (holdsKey(name)) {
      throw new RangeError(
        `The request log keeps no keys: ask for the account by its name, not for fields.${name}`,
      )
    }
    add(`fields.${name}`, String(text), entry =>
      Object.hasOwn(entry.fields, name) ? entry.fields[name] : undefined,
    )
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

export function matcherOf(query: LogQuery): (entry: LogEntry) => boolean {
  const parts = partsOf(query)
  return entry => parts.every(({ isMet }) => isMet(entry))
}

/** What entries are found by: each that is given must be equal. */
export const logQueryEntries: LogQueryEntries = {
  method: v.optional(nameSchema),
  path: v.optional(nameSchema),
  upstream: v.optional(upstreamSchema),
  action: v.optional(nameSchema),
  account: v.optional(nameSchema),
  orderId: v.optional(nameSchema),
  fault: v.optional(
    v.pipe(v.picklist(faultNames), v.description('One that was injected, alone or among others.')),
  ),
  hasSuggestions: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform(text => text === 'true'),
      v.boolean(),
      v.description('Whether the mock had something to say about the request.'),
    ),
  ),
}

const record = v.record(v.string(), v.union([v.string(), v.number()], 'must be a text or a number'))

/** Valibot leaves out `constructor` and the like, and a query without them would be met by every request. */
const fieldsOfAnyName: v.GenericSchema<Readonly<Record<string, string | number>>> = {
  ...record,
  '~run'(dataset, config) {
    const given = dataset.value
    const read = record['~run'](dataset, config)
    if (!read.typed || read.issues !== undefined || typeof given !== 'object' || given === null) return read
    const texts = Object.entries(given).map(([name, text]) => [name, String(text)] as const)
    return { ...read, value: Object.fromEntries(texts) }
  },
}

/** What was sent, among other fields. */
export const sentFieldsSchema: DescribedSchema<Readonly<Record<string, string | number>>> = v.optional(
  v.pipe(
    fieldsOfAnyName,
    v.description('What was sent, among other fields.'),
    v.examples([{ quantity: '1000' }]),
  ),
)

const { hasSuggestions: _, ...texts } = logQueryEntries

/** A query as JSON has it, or a test. */
export const givenQueryEntries: GivenQueryEntries = {
  ...texts,
  orderId: v.optional(idSchema),
  hasSuggestions: v.optional(v.boolean()),
  fields: sentFieldsSchema,
}

type GivenQueryEntries = {
  readonly [Name in keyof Required<LogQuery>]: v.OptionalSchema<
    v.GenericSchema<Given, NonNullable<LogQuery[Name]>>,
    undefined
  >
}

type Given = string | number | boolean | Readonly<Record<string, string | number>>

/** A schema for each field of a query that a query string can hold, so that none is forgotten. */
type LogQueryEntries = {
  readonly [Name in keyof Required<Omit<LogQuery, 'fields'>>]: v.OptionalSchema<
    v.GenericSchema<string, NonNullable<LogQuery[Name]>>,
    undefined
  >
}
