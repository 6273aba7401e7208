import type { FoundOrder, UpstreamMessage } from '@orderwright/client'
import type { PreparedOrder } from '@orderwright/core'
import { foundOrderSchema, preparedOrderSchema, upstreamMessagesSchema } from '@orderwright/outbox'
import * as v from 'valibot'
import type { FollowUps } from '../orders/history/actions.ts'
import { followUpsSchema } from '../orders/history/order-entry-schema.ts'

/** An order as version 2 of the database and version 1 of files had it. */
export interface EarlierEntry {
  readonly token: string
  readonly accountId: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly serviceName: string
  /** Blank where there was none. */
  readonly title: string
  readonly order: PreparedOrder
  readonly extent?: EarlierExtent
  readonly quoted: string
  /** Blank where it was not known. */
  readonly currency: string
  readonly life: EarlierLife
}

export type EarlierExtent =
  | { readonly kind: 'count'; readonly total: string }
  | { readonly kind: 'package' }
  | { readonly kind: 'later' }

export type EarlierLife =
  | { readonly kind: 'intent' | 'sending' | 'closed' }
  | {
      readonly kind: 'accepted'
      readonly orderId: string
      readonly status: FoundOrder | undefined
      readonly charge?: string
      readonly followUps?: FollowUps
    }
  | { readonly kind: 'rejected'; readonly messages: readonly UpstreamMessage[] }
  | { readonly kind: 'not_sent'; readonly reason: EarlierReason }
  | { readonly kind: 'unknown'; readonly reason: string }

export type EarlierReason =
  | { readonly code: 'price_changed'; readonly total: string }
  | { readonly code: 'balance_too_low'; readonly balance: string }
  | { readonly code: 'interrupted' }
  | { readonly code: 'failed'; readonly sentence: string }

const text = v.pipe(v.string(), v.maxLength(100_000))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const amount = v.pipe(v.string(), v.decimal())

const reasonSchema: v.GenericSchema<unknown, EarlierReason> = v.variant('code', [
  v.object({ code: v.literal('price_changed'), total: amount }),
  v.object({ code: v.literal('balance_too_low'), balance: amount }),
  v.object({ code: v.literal('interrupted') }),
  v.object({ code: v.literal('failed'), sentence: text }),
])

/** What a search had found is left out: it is looked for again. */
const lifeSchema: v.GenericSchema<unknown, EarlierLife> = v.variant('kind', [
  v.object({ kind: v.picklist(['intent', 'sending', 'closed']) }),
  v.object({
    kind: v.literal('accepted'),
    orderId: id,
    status: v.optional(foundOrderSchema, () => undefined),
    charge: v.exactOptional(amount),
    followUps: v.exactOptional(followUpsSchema),
  }),
  v.object({ kind: v.literal('rejected'), messages: upstreamMessagesSchema }),
  v.object({ kind: v.literal('not_sent'), reason: reasonSchema }),
  v.object({ kind: v.literal('unknown'), reason: text }),
])

export const earlierEntrySchema: v.GenericSchema<unknown, EarlierEntry> = v.object({
  token: id,
  accountId: id,
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  serviceName: text,
  title: text,
  order: preparedOrderSchema,
  extent: v.exactOptional(
    v.variant('kind', [
      v.object({ kind: v.literal('count'), total: v.pipe(v.string(), v.regex(/^\d+$/)) }),
      v.object({ kind: v.literal('package') }),
      v.object({ kind: v.literal('later') }),
    ]),
  ),
  quoted: amount,
  currency: text,
  life: lifeSchema,
})
