import {
  type CancelOutcome,
  type FoundRefill,
  notSentCodes,
  type RefillOutcome,
  unknownCodes,
} from '@orderwright/client'
import { orderRecordSchema, upstreamMessagesSchema } from '@orderwright/outbox'
import * as v from 'valibot'
import type { AskedActions, Stored } from './actions.ts'
import type { OrderEntry } from './order-entry.ts'

const text = v.pipe(v.string(), v.maxLength(100_000))

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

const at = v.pipe(v.string(), v.isoTimestamp())

/** A file of another version may have others, or none. */
const notSentCode = v.optional(v.fallback(v.picklist(notSentCodes), 'unexpected'), 'unexpected')

const unknownCode = v.optional(v.fallback(v.picklist(unknownCodes), 'unexpected'), 'unexpected')

const failedItems = [
  v.object({ kind: v.literal('rejected'), orderId: id, messages: upstreamMessagesSchema }),
  v.object({ kind: v.literal('not_sent'), orderId: id, code: notSentCode }),
  v.object({ kind: v.literal('unknown'), orderId: id, code: unknownCode }),
  v.object({ kind: v.literal('missing'), orderId: id }),
] as const

const cancelOutcomeSchema: v.GenericSchema<unknown, Stored<CancelOutcome>> = v.variant('kind', [
  v.object({ kind: v.literal('accepted'), orderId: id }),
  ...failedItems,
])

const refillOutcomeSchema: v.GenericSchema<unknown, Stored<RefillOutcome>> = v.variant('kind', [
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
const actionsSchema: v.GenericSchema<unknown, AskedActions> = v.object({
  cancel: v.exactOptional(v.object({ at, outcome: cancelOutcomeSchema })),
  refill: v.exactOptional(
    v.object({ at, outcome: refillOutcomeSchema, status: v.exactOptional(refillStatusSchema) }),
  ),
})

/** An entry of the order history as an exported file has it. */
export const orderEntrySchema: v.GenericSchema<unknown, OrderEntry> = v.object({
  record: orderRecordSchema,
  actions: v.exactOptional(actionsSchema),
})
