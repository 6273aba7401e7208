import type { CancelEnding, FoundOrder, FoundRefill, RefillEnding } from '@orderwright/client'
import * as v from 'valibot'
import { extentSchema } from '../outbox/extent-schema.ts'
import type { FollowUps } from '../outbox/follow-up.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import type { NotSentReason, OrderLife, SearchOutcome } from '../outbox/order-life.ts'
import { preparedOrderSchema } from '../prepared-order-schema.ts'

const text = v.pipe(v.string(), v.maxLength(100_000))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const time = v.pipe(v.string(), v.isoTimestamp())
const amount = v.pipe(v.string(), v.decimal())

/** JSON leaves out what is undefined; the journal has it. */
function absent<Schema extends v.GenericSchema>(schema: Schema): v.OptionalSchema<Schema, () => undefined> {
  return v.optional(schema, () => undefined)
}

const messages = v.array(v.object({ id: absent(text), text }))

const statusSchema: v.GenericSchema<unknown, FoundOrder> = v.object({
  kind: v.literal('found'),
  orderId: id,
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
})

const failedItems = [
  v.object({ kind: v.literal('rejected'), orderId: id, messages }),
  v.object({ kind: v.literal('not_sent'), orderId: id, reason: text }),
  v.object({ kind: v.literal('unknown'), orderId: id, reason: text }),
  v.object({ kind: v.literal('missing'), orderId: id }),
] as const

const cancelEndingSchema: v.GenericSchema<unknown, CancelEnding> = v.variant('kind', [
  v.object({ kind: v.literal('accepted'), orderId: id }),
  ...failedItems,
])

const refillEndingSchema: v.GenericSchema<unknown, RefillEnding> = v.variant('kind', [
  v.object({ kind: v.literal('accepted'), orderId: id, refillId: id }),
  ...failedItems,
])

const refillStatusSchema: v.GenericSchema<unknown, FoundRefill> = v.object({
  kind: v.literal('found'),
  refillId: id,
  state: v.picklist(['pending', 'in_progress', 'completed', 'rejected', 'error', 'unknown']),
  rawStatus: text,
  isFinal: v.boolean(),
})

const followUpsSchema: v.GenericSchema<unknown, FollowUps> = v.object({
  cancel: v.exactOptional(v.object({ at: time, ending: cancelEndingSchema })),
  refill: v.exactOptional(
    v.object({ at: time, ending: refillEndingSchema, status: v.exactOptional(refillStatusSchema) }),
  ),
})

const reasonSchema: v.GenericSchema<unknown, NotSentReason> = v.variant('code', [
  v.object({ code: v.literal('price_changed'), total: amount }),
  v.object({ code: v.literal('balance_too_low'), balance: amount }),
  v.object({ code: v.literal('interrupted') }),
  v.object({ code: v.literal('failed'), sentence: text }),
])

const searchSchema: v.GenericSchema<unknown, SearchOutcome> = v.object({
  at: time,
  candidates: v.array(v.object({ orderId: id, createdAt: absent(text), charge: absent(amount) })),
})

const lifeSchema: v.GenericSchema<unknown, OrderLife> = v.variant('kind', [
  v.object({ kind: v.literal('intent') }),
  v.object({ kind: v.literal('sending') }),
  v.object({
    kind: v.literal('accepted'),
    orderId: id,
    messages,
    status: absent(statusSchema),
    charge: v.exactOptional(amount),
    followUps: v.exactOptional(followUpsSchema),
  }),
  v.object({ kind: v.literal('rejected'), messages }),
  v.object({ kind: v.literal('not_sent'), reason: reasonSchema }),
  v.object({ kind: v.literal('unknown'), reason: text, search: absent(searchSchema) }),
  v.object({ kind: v.literal('closed') }),
])

/** An entry of the journal as a file has it. */
export const orderEntrySchema: v.GenericSchema<unknown, OrderEntry> = v.object({
  token: id,
  accountId: id,
  createdAt: time,
  serviceName: text,
  title: text,
  order: preparedOrderSchema,
  extent: v.exactOptional(extentSchema),
  quoted: amount,
  currency: text,
  life: lifeSchema,
})
