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
  /** Those that were injected, in the order in which they were planned. */
  readonly faults: readonly AppliedFault[]
  /** What the request nearly said, such as "`service_id`: did you mean `id_service`?". */
  readonly suggestions: readonly string[]
  /** What went out: the API's answer, or what a fault made of it; absent if nothing did. The status is absent for bytes that are no HTTP. */
  readonly answer: Sent | undefined
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
  fields: v.pipe(v.record(v.string(), v.string()), v.description('What was sent, the key removed.')),
  orderId: v.optional(v.pipe(nameSchema, v.description('The order that this request placed.'))),
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
      v.strictObject({ status: v.optional(v.pipe(v.number(), v.integer())), body: v.string() }),
      v.description(
        'What went out, also if a fault made something else of it; absent if nothing did. The status is absent for bytes that are no HTTP.',
      ),
    ),
  ),
})
