import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import type { AppliedFault } from '../faults/injection.ts'
import { faultNames } from '../faults/registry.ts'
import type { Sent } from '../faults/strategy.ts'
import { nameSchema, type OnWire, timeSchema, upstreamSchema } from '../schema/leaf-schemas.ts'

/** One request, as it was carried out. */
export interface LogEntry {
  /** From 1, in the order of arrival. */
  readonly sequence: number
  /** When it came, on the server's clock, ISO 8601. */
  readonly at: string
  readonly method: string
  /** Without the query: its fields are among `fields`. */
  readonly path: string
  /** Absent for a request that reached no API. */
  readonly upstream: UpstreamKind | undefined
  readonly action: string | undefined
  /** The account's name; absent for a wrong key. */
  readonly account: string | undefined
  /** In small letters; what opens something removed. */
  readonly headers: Readonly<Record<string, string>>
  /** What was sent, from wherever in the request, the key removed. */
  readonly fields: Readonly<Record<string, string>>
  /** The order that this request placed. */
  readonly orderId: string | undefined
  /** The id of the answer of one's own that stood in place of the API's. */
  readonly ownAnswer: string | undefined
  /** Those that were injected, in the order in which they were planned. */
  readonly faults: readonly AppliedFault[]
  /** What the request nearly said, such as "`service_id`: did you mean `id_service`?". */
  readonly suggestions: readonly string[]
  /** What went out: the API's answer, or what a fault made of it; absent if nothing did. The status is absent for bytes that are no HTTP. */
  readonly answer: Sent | undefined
  /** From when it came until all of its answer was handed to the connection, on the server's clock; absent until then. */
  readonly durationMs?: number | undefined
  /** What was written to the connection in answer, headers included; absent until that is over, and for a request that was pipelined. */
  readonly sentBytes?: number | undefined
  /** Those of the answer, in small letters; absent until that is over, and for bytes that are no HTTP. */
  readonly sentHeaders?: Readonly<Record<string, string>> | undefined
}

/** One request with its answer, every key removed. */
export const logEntrySchema: v.GenericSchema<OnWire<LogEntry>> = v.strictObject({
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('In the order of arrival.')),
  at: timeSchema,
  method: v.string(),
  path: v.string(),
  upstream: v.optional(v.pipe(upstreamSchema, v.description('Absent for a request that reached no API.'))),
  action: v.optional(v.string()),
  account: v.optional(v.pipe(nameSchema, v.description("The account's name; absent for a wrong key."))),
  headers: v.pipe(
    v.record(v.string(), v.string()),
    v.description('In small letters; what opens something removed.'),
  ),
  fields: v.pipe(v.record(v.string(), v.string()), v.description('What was sent, the key removed.')),
  orderId: v.optional(v.pipe(nameSchema, v.description('The order that this request placed.'))),
  ownAnswer: v.optional(
    v.pipe(v.string(), v.description("The id of the answer of your own that stood in place of the API's.")),
  ),
  faults: v.pipe(
    v.array(v.strictObject({ name: v.picklist(faultNames), when: v.picklist(['before', 'after']) })),
    v.readonly(),
    v.description('Those that were injected, in the order in which they were planned.'),
  ),
  suggestions: v.pipe(
    v.array(v.string()),
    v.readonly(),
    v.description('What the request nearly said, such as "`service_id`: did you mean `id_service`?"'),
  ),
  answer: v.optional(
    v.pipe(
      v.strictObject({
        status: v.optional(v.pipe(v.number(), v.integer())),
        body: v.string(),
      }),
      v.description(
        'What went out, also if a fault made something else of it; absent if nothing did. The status is absent for bytes that are no HTTP.',
      ),
    ),
  ),
  durationMs: v.optional(
    v.pipe(
      v.number(),
      v.description("Until its answer was out, in milliseconds of the server's clock; absent until then."),
    ),
  ),
  sentBytes: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.description('Written in answer, headers included; absent until that is over.'),
    ),
  ),
  sentHeaders: v.optional(
    v.pipe(
      v.record(v.string(), v.string()),
      v.description(
        'Those of the answer, in small letters; absent until that is over, and for bytes that are no HTTP.',
      ),
    ),
  ),
})
