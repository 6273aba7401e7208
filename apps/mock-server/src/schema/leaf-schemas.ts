import * as v from 'valibot'
import type { Duration } from '../clock/duration.ts'

/** As JSON carries it: a field that is `undefined` is absent. */
export type OnWire<Value> = {
  readonly [Name in keyof Value as undefined extends Value[Name] ? never : Name]: Value[Name]
} & {
  readonly [Name in keyof Value as undefined extends Value[Name] ? Name : never]?: Value[Name]
}

export type TextSchema = v.GenericSchema<string>

/** Money, as a plain decimal. */
export const amountSchema: TextSchema = v.pipe(
  v.string(),
  v.regex(/^\d+(\.\d+)?$/, "must be a decimal from 0 as a text, such as '34.21'"),
  v.description('An exact amount in plain notation.'),
  v.examples(['34.21']),
)

/** A whole number, exact whatever its length. */
export const countSchema: TextSchema = v.pipe(
  v.string(),
  v.regex(/^\d+$/, 'must be a whole number as a text'),
  v.description('A whole number, exact whatever its length.'),
)

export const timeSchema: TextSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.description("A time of the server's clock, in UTC."),
  v.examples(['2026-01-01T00:00:00.000Z']),
)

export const durationSchema: v.GenericSchema<number> = v.pipe(
  v.number(),
  v.minValue(0),
  v.description("Milliseconds of the server's clock."),
)

/** What a person or a test gives for a time that is to pass. */
export const givenDurationSchema: v.GenericSchema<unknown, Duration> = v.pipe(
  v.union([
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
    v.pipe(v.string(), v.minLength(1)),
  ]),
  // Whether it is one is judged where it is used, with a sentence that says more.
  v.transform(given => given as Duration),
  v.description('Milliseconds, or a text such as `90s`, `5m` or `2h`.'),
  v.examples(['90s', 90_000]),
)

export const nameSchema: TextSchema = v.pipe(v.string(), v.minLength(1))

/** An id as a text, or as the number that it reads as. */
export const idSchema: v.GenericSchema<string | number> = v.union(
  [nameSchema, v.pipe(v.number(), v.integer(), v.minValue(0))],
  'must be an id: a text or a whole number',
)

export const upstreamSchema: v.PicklistSchema<['qqtube', 'panel'], undefined> = v.picklist([
  'qqtube',
  'panel',
])

/** A number from 0 to `most`, as it stands in a query. */
export function queryNumber(
  least: number,
  most: number,
  description: string,
): v.GenericSchema<string, number> {
  return v.pipe(
    v.string(),
    v.digits('must be a whole number'),
    v.transform(Number),
    v.number(),
    v.integer(),
    v.minValue(least),
    v.maxValue(most),
    v.description(description),
  )
}

/** A field that may be left out. */
export type DescribedSchema<Value> = v.OptionalSchema<v.GenericSchema<unknown, Value>, undefined>

export function described<Value>(
  schema: v.GenericSchema<unknown, Value>,
  description: string,
): DescribedSchema<Value> {
  return v.optional(v.pipe(schema, v.description(description)))
}
