import type { FoundOrder, ListedOrder, UpstreamMessage } from '@orderwright/client'
import * as v from 'valibot'

const text = v.pipe(v.string(), v.maxLength(100_000))
const amount = v.pipe(v.string(), v.decimal())

/** JSON leaves out what is undefined; the journal has it. */
export function absent<Schema extends v.GenericSchema>(
  schema: Schema,
): v.OptionalSchema<Schema, () => undefined> {
  return v.optional(schema, () => undefined)
}

export const messagesSchema: v.GenericSchema<unknown, readonly UpstreamMessage[]> = v.array(
  v.object({ id: absent(text), text }),
)

const fields = {
  kind: v.literal('found'),
  orderId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  state: v.picklist([
    'pending',
    'in_progress',
    'completed',
    'partial',
    'canceled',
    'refunded',
    'stopped',
    'error',
    'unknown',
  ]),
  rawStatus: text,
  statusType: v.optional(text),
  description: v.optional(text),
  isFinal: v.boolean(),
  startCount: absent(v.number()),
  currentCount: absent(v.number()),
  wantedCount: absent(v.number()),
  remains: absent(v.number()),
  progress: absent(v.number()),
  charge: absent(amount),
  refund: absent(amount),
  refundedAt: v.optional(text),
  currency: absent(text),
}

/** What an upstream said of an order, as a file has it. */
export const statusSchema: v.GenericSchema<unknown, FoundOrder> = v.object(fields)

/** The same of an order as an upstream lists it. */
export const listedOrderSchema: v.GenericSchema<unknown, ListedOrder> = v.object({
  ...fields,
  serviceId: absent(text),
  target: absent(text),
  createdAt: absent(text),
})
