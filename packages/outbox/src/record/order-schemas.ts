import type { FoundOrder, ListedOrder, Subscription, UpstreamMessage } from '@orderwright/client'
import type { PreparedOrder } from '@orderwright/core'
import * as v from 'valibot'

/** A schema for every field of a type, so that a field that is added to the type is not left out when it is read. */
export type Fields<T> = { readonly [K in keyof Required<T>]: v.GenericSchema }

export const textSchema: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.maxLength(100_000))

export const idSchema: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const amountSchema: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.decimal())

/** Accepts an absent field as `undefined`: JSON leaves out what is undefined, and a record has the field. */
export function absent<Schema extends v.GenericSchema>(
  schema: Schema,
): v.OptionalSchema<Schema, () => undefined> {
  return v.optional(schema, () => undefined)
}

type Params = PreparedOrder['params']

/** The values of an order's params, by name. A record of valibot's leaves out names such as `constructor`. */
export const orderParamsSchema: v.GenericSchema<unknown, Params> = v.custom<Params>(isParams)

function isParams(input: unknown): input is Params {
  return (
    typeof input === 'object' &&
    input !== null &&
    !Array.isArray(input) &&
    Object.values(input).every(value => typeof value === 'string')
  )
}

/** The core's prepared order, as messages, files and stores have it. */
export const preparedOrderSchema: v.GenericSchema<unknown, PreparedOrder> = v.object({
  serviceId: v.string(),
  target: absent(v.string()),
  quantity: absent(v.string()),
  drip: v.boolean(),
  params: orderParamsSchema,
} satisfies Fields<PreparedOrder>)

/** What an upstream says beside an answer. */
export const upstreamMessagesSchema: v.GenericSchema<unknown, readonly UpstreamMessage[]> = v.array(
  v.object({ id: absent(textSchema), text: textSchema } satisfies Fields<UpstreamMessage>),
)

const foundFields = {
  kind: v.literal('found'),
  orderId: idSchema,
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
  rawStatus: textSchema,
  statusType: v.optional(textSchema),
  description: v.optional(textSchema),
  isFinal: v.boolean(),
  startCount: absent(v.number()),
  currentCount: absent(v.number()),
  wantedCount: absent(v.number()),
  remains: absent(v.number()),
  progress: absent(v.number()),
  charge: absent(amountSchema),
  refund: absent(amountSchema),
  refundedAt: v.optional(textSchema),
  currency: absent(textSchema),
  subscription: v.optional(
    v.object({
      posts: absent(v.number()),
      orderIds: v.array(textSchema),
      expiry: absent(textSchema),
    } satisfies Fields<Subscription>),
  ),
} as const satisfies Fields<FoundOrder>

/** What an upstream last said of an order. */
export const foundOrderSchema: v.GenericSchema<unknown, FoundOrder> = v.object(foundFields)

/** What an upstream lists of an order. */
export const listedOrderSchema: v.GenericSchema<unknown, ListedOrder> = v.object({
  ...foundFields,
  serviceId: absent(textSchema),
  target: absent(textSchema),
  createdAt: absent(textSchema),
} satisfies Fields<ListedOrder>)
