import {
  type CancelOutcome,
  type FoundRefill,
  notSentCodes,
  type RefillOutcome,
  unknownCodes,
} from '@orderwright/client'
import type { HistoryEntry, NotSentReason, OrderRecord, OrderState, UnknownReason } from '@orderwright/outbox'
import * as v from 'valibot'
import type { FollowUps } from './actions.ts'
import type { OrderEntry } from './order-entry.ts'
import { preparedOrderSchema } from './prepared-order-schema.ts'
import { absent, listedOrderSchema, messagesSchema, statusSchema } from './status-schema.ts'

const text = v.pipe(v.string(), v.maxLength(100_000))

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

const at = v.pipe(v.string(), v.isoTimestamp())

/** A file of another version may have others, or none. */
const notSentCode = v.optional(v.fallback(v.picklist(notSentCodes), 'unexpected'), 'unexpected')

const unknownCode = v.optional(v.fallback(v.picklist(unknownCodes), 'unexpected'), 'unexpected')

const failedItems = [
  v.object({ kind: v.literal('rejected'), orderId: id, messages: messagesSchema }),
  v.object({ kind: v.literal('not_sent'), orderId: id, code: notSentCode, reason: text }),
  v.object({ kind: v.literal('unknown'), orderId: id, code: unknownCode, reason: text }),
  v.object({ kind: v.literal('missing'), orderId: id }),
] as const

const cancelEndingSchema: v.GenericSchema<unknown, CancelOutcome> = v.variant('kind', [
  v.object({ kind: v.literal('accepted'), orderId: id }),
  ...failedItems,
])

const refillEndingSchema: v.GenericSchema<unknown, RefillOutcome> = v.variant('kind', [
  v.object({ kind: v.literal('accepted'), orderId: id, refillId: id }),
  ...failedItems,
])

const refillStatusSchema: v.GenericSchema<unknown, FoundRefill> = v.object({
  kind: v.literal('found'),
  refillId: id,
  state: v.picklist(['pending', 'in_progress', 'completed', 'rejected', 'canceled', 'error', 'unknown']),
  rawStatus: text,
  isFinal: v.boolean(),
})

/** What was asked for after an order was placed, as a file has it. */
export const followUpsSchema: v.GenericSchema<unknown, FollowUps> = v.object({
  cancel: v.exactOptional(v.object({ at, ending: cancelEndingSchema })),
  refill: v.exactOptional(
    v.object({ at, ending: refillEndingSchema, status: v.exactOptional(refillStatusSchema) }),
  ),
})

const time = v.pipe(v.number(), v.finite())

const amount = v.pipe(v.string(), v.decimal())

const notSentReasonSchema: v.GenericSchema<unknown, NotSentReason> = v.variant('code', [
  v.object({ code: v.literal('no_connection'), text }),
  v.object({ code: v.literal('interrupted') }),
])

const unknownReasonSchema: v.GenericSchema<unknown, UnknownReason> = v.variant('code', [
  v.object({ code: v.literal('no_answer'), text, httpStatus: absent(v.number()) }),
  v.object({ code: v.literal('interrupted') }),
])

const lifeSchema: v.GenericSchema<unknown, OrderState> = v.variant('state', [
  v.object({ state: v.literal('intent') }),
  v.object({ state: v.literal('sending') }),
  v.object({ state: v.literal('accepted'), orderId: id }),
  v.object({ state: v.literal('tracked'), orderId: id, status: statusSchema }),
  v.object({ state: v.literal('final'), orderId: id, status: statusSchema }),
  v.object({ state: v.literal('rejected'), messages: messagesSchema, httpStatus: v.number() }),
  v.object({ state: v.literal('not_sent'), reason: notSentReasonSchema }),
  v.object({
    state: v.literal('unknown'),
    reason: unknownReasonSchema,
    since: time,
    lookAgainAt: time,
    lastLookedUpAt: absent(time),
    candidates: v.array(listedOrderSchema),
    balanceAfter: absent(amount),
    readInPart: v.optional(v.number()),
  }),
  v.object({ state: v.literal('not_placed'), by: v.picklist(['look_up', 'person']) }),
])

const historySchema: v.GenericSchema<unknown, HistoryEntry> = v.object({
  at: time,
  event: text,
  state: v.picklist([
    'draft',
    'intent',
    'sending',
    'accepted',
    'tracked',
    'final',
    'rejected',
    'not_sent',
    'unknown',
    'not_placed',
  ]),
  detail: absent(text),
})

const recordSchema: v.GenericSchema<unknown, OrderRecord> = v.object({
  id,
  accountId: id,
  order: preparedOrderSchema,
  confirmed: v.object({
    total: amount,
    quantity: amount,
    delivers: v.nullable(amount),
    isChargedLater: v.boolean(),
    currency: absent(text),
    serviceName: text,
    targetTitle: absent(text),
    balanceBefore: absent(amount),
  }),
  canListOrders: v.boolean(),
  createdAt: time,
  retryOf: absent(id),
  attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sentAt: absent(time),
  placedAt: absent(time),
  wholeCharge: v.optional(amount),
  life: lifeSchema,
  history: v.pipe(v.array(historySchema), v.maxLength(100)),
})

/** An entry of the journal as a file has it. */
export const orderEntrySchema: v.GenericSchema<unknown, OrderEntry> = v.object({
  record: recordSchema,
  followUps: v.exactOptional(followUpsSchema),
})
