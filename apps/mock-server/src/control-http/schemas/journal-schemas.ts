import * as v from 'valibot'
import type { JournalQuery } from '../../request-log/query.ts'
import type { JournalEntry } from '../../request-log/request-log.ts'
import {
  type DescribedSchema,
  idSchema,
  nameSchema,
  type OnWire,
  timeSchema,
  upstreamSchema,
} from '../../schema/leaf-schemas.ts'
import { faultNames } from './fault-schemas.ts'

/** One request with its answer, every key removed. */
export const journalEntrySchema: v.GenericSchema<OnWire<JournalEntry>> = v.strictObject({
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('In the order of arrival.')),
  at: timeSchema,
  method: v.string(),
  path: v.string(),
  upstream: v.optional(v.pipe(upstreamSchema, v.description('Absent for a request that reached no API.'))),
  action: v.optional(v.string()),
  account: v.optional(v.pipe(nameSchema, v.description("The account's name; absent for a wrong key."))),
  fields: v.pipe(v.record(v.string(), v.string()), v.description('What was sent, the key removed.')),
  orderId: v.optional(v.pipe(nameSchema, v.description('The order that this request placed.'))),
  faults: v.pipe(
    v.array(v.strictObject({ name: v.picklist(faultNames), when: v.picklist(['before', 'after']) })),
    v.readonly(),
    v.description('Those that struck it, in the order in which they were planned.'),
  ),
  hints: v.pipe(
    v.array(v.string()),
    v.readonly(),
    v.description('What the request nearly said, such as "`service_id`: did you mean `id_service`?"'),
  ),
  answer: v.optional(
    v.pipe(
      v.strictObject({ status: v.optional(v.pipe(v.number(), v.integer())), body: v.string() }),
      v.description(
        'What went out, also where a fault made something else of it; absent where nothing did. The status is absent for bytes that are no HTTP.',
      ),
    ),
  ),
})

/** What entries are found by: each that is given must be equal. */
export const journalQueryEntries: JournalQueryEntries = {
  method: v.optional(nameSchema),
  path: v.optional(nameSchema),
  upstream: v.optional(upstreamSchema),
  action: v.optional(nameSchema),
  account: v.optional(nameSchema),
  orderId: v.optional(nameSchema),
  fault: v.optional(v.pipe(v.picklist(faultNames), v.description('One that struck, alone or among others.'))),
  hasHints: v.optional(
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

const { hasHints: _, ...texts } = journalQueryEntries

/** A query as JSON has it, or a test. */
export const givenQueryEntries: GivenQueryEntries = {
  ...texts,
  orderId: v.optional(idSchema),
  hasHints: v.optional(v.boolean()),
  fields: sentFieldsSchema,
}

type GivenQueryEntries = {
  readonly [Name in keyof Required<JournalQuery>]: v.OptionalSchema<
    v.GenericSchema<Given, NonNullable<JournalQuery[Name]>>,
    undefined
  >
}

type Given = string | number | boolean | Readonly<Record<string, string | number>>

/** A schema for each field of a query that a query string can hold, so that none is forgotten. */
type JournalQueryEntries = {
  readonly [Name in keyof Required<Omit<JournalQuery, 'fields'>>]: v.OptionalSchema<
    v.GenericSchema<string, NonNullable<JournalQuery[Name]>>,
    undefined
  >
}
