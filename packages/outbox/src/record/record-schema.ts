// Over 200 lines, because a record's type and its schema are read side by side: a change of one is a change of both.
import {
  type FoundOrder,
  type ListedOrder,
  type NotSentCode,
  notSentCodes,
  type UnknownCode,
  type UpstreamMessage,
  unknownCodes,
} from '@orderwright/client'
import type { PreparedOrder } from '@orderwright/core'
import * as v from 'valibot'
import {
  absent,
  amountSchema,
  type Fields,
  foundOrderSchema,
  idSchema,
  listedOrderSchema,
  orderParamsSchema,
  preparedOrderSchema,
  textSchema,
  upstreamMessagesSchema,
} from './order-schemas.ts'

/** Why nothing was sent. */
export type NotSentReason =
  | { readonly code: 'no_connection'; readonly cause: NotSentCode }
  /** What was to send it ended first: a worker that was stopped, a machine that lost its power. */
  | { readonly code: 'interrupted' }
  /** Nobody sent it in time. */
  | { readonly code: 'expired' }

/** Why nobody knows whether the order was taken. */
export type UnknownReason =
  | { readonly code: 'no_answer'; readonly cause: UnknownCode; readonly httpStatus: number | undefined }
  /** What had sent it ended before the answer was stored. */
  | { readonly code: 'interrupted' }

/** What is known of an order while nobody knows whether it was taken. Times are in milliseconds since 1970. */
export interface UnknownState {
  readonly name: 'unknown'
  readonly reason: UnknownReason
  /** When the request had surely ended. */
  readonly since: number
  /** A look-up that begins earlier can prove nothing more. */
  readonly lookAgainAt: number
  readonly lastLookedUpAt: number | undefined
  /** Orders of the upstream that may be this one: for the person to choose from, likeliest first. */
  readonly candidates: readonly ListedOrder[]
  /** What the account showed afterwards, a decimal string. */
  readonly balanceAfter: string | undefined
  /** How many of the upstream's orders were read, if there were more and the order was not among those. */
  readonly readInPart?: number | undefined
}

/** Every state that an order can be in, with what is known in it. Times are in milliseconds since 1970. */
export interface OrderStates {
  draft: { readonly name: 'draft' }
  /** Confirmed and stored; nothing has been sent. */
  queued: { readonly name: 'queued' }
  /** The request may be on its way at this moment. */
  submitting: { readonly name: 'submitting' }
  /** The upstream took it, and has said nothing of it since. */
  accepted: { readonly name: 'accepted'; readonly orderId: string }
  open: { readonly name: 'open'; readonly orderId: string; readonly status: FoundOrder }
  /** Nothing is left to ask, though a refund may still come. */
  closed: { readonly name: 'closed'; readonly orderId: string; readonly status: FoundOrder }
  /** The upstream answered that it did not take it. */
  rejected: {
    readonly name: 'rejected'
    readonly messages: readonly UpstreamMessage[]
    readonly httpStatus: number
  }
  not_sent: { readonly name: 'not_sent'; readonly reason: NotSentReason }
  unknown: UnknownState
  /** Was unknown, and turned out never to have been taken. */
  not_placed: { readonly name: 'not_placed'; readonly by: 'look_up' | 'person' }
}

export type OrderStateName = keyof OrderStates

export type OrderState = OrderStates[OrderStateName]

/** The states in which an order may have been taken, though nobody knows yet. */
export const unresolvedStates: readonly OrderStateName[] = ['queued', 'submitting', 'unknown']

/** The states that hold the upstream's number of the order. */
export const placedStates: readonly OrderStateName[] = ['accepted', 'open', 'closed']

/** One change of state. `detail` is a code or an order's number: whatever tells it from another of its kind. */
export interface HistoryEntry {
  readonly at: number
  readonly event: string
  readonly state: OrderStateName
  readonly detail: string | undefined
}

/** What the person saw and agreed to. Amounts are decimal strings. */
export interface Confirmation {
  readonly total: string
  /** The quantity that was priced: given, or counted from lines. */
  readonly quantity: string
  /**
   * How many pieces that is in all, over all runs; `null` if nobody counts them, as in a package. An upstream may
   * not say so again.
   */
  readonly delivers: string | null
  /** The total is 0 now: each delivered order is charged when it is delivered. */
  readonly isChargedLater: boolean
  readonly currency: string | undefined
  readonly serviceName: string
  readonly targetTitle: string | undefined
  /** What the account showed before, if somebody had looked. */
  readonly balanceBefore: string | undefined
}

/**
 * One try to place an order, from before anything is sent until nothing more can become of it: plain data, to
 * be stored whole. `add` is called for it once at most; another try is another record (`nextTry`).
 * Times are in milliseconds since 1970.
 */
export interface OrderRecord {
  /** Made by the caller before anything is sent: the same id twice is the same order. */
  readonly id: string
  readonly accountId: string
  readonly order: PreparedOrder
  readonly confirmed: Confirmation
  /** Whether the upstream lists orders, so that an unknown one can be looked up. */
  readonly canListOrders: boolean
  readonly createdAt: number
  /** The try before this one. */
  readonly retryOf: string | undefined
  /** 1 for the first. */
  readonly attempt: number
  /** When it was given to the upstream; `undefined` proves that it never was. */
  readonly sentAt: number | undefined
  /** When it was first known to be placed. */
  readonly placedAt: number | undefined
  /**
   * The charge as last told before anything was given back, a decimal string: an upstream may show only what is left
   * of it.
   */
  readonly wholeCharge?: string | undefined
  /** Whose order it is, such as a customer or a tenant, for the caller alone: it is part of what the id stands for. */
  readonly meta?: Readonly<Record<string, string>> | undefined
  /** Until then it waits for a sender, whatever dies meanwhile. Absent: it waits for as long as what has confirmed it lives. */
  readonly expiresAt?: number | undefined
  /** When its upstream is to be asked something next: a look-up, a status, a balance. Absent: never. */
  readonly dueAt?: number | undefined
  /** The counters that it counts in, as they were named when it was confirmed. */
  readonly counters?: readonly string[] | undefined
  readonly state: OrderState
  readonly history: readonly HistoryEntry[]
}

const timeSchema = v.pipe(v.number(), v.finite())

const notSentReasonSchema: v.GenericSchema<unknown, NotSentReason> = v.variant('code', [
  v.object({ code: v.literal('no_connection'), cause: v.picklist(notSentCodes) }),
  v.object({ code: v.literal('interrupted') }),
  v.object({ code: v.literal('expired') }),
])

const unknownReasonSchema: v.GenericSchema<unknown, UnknownReason> = v.variant('code', [
  v.object({ code: v.literal('no_answer'), cause: v.picklist(unknownCodes), httpStatus: absent(v.number()) }),
  v.object({ code: v.literal('interrupted') }),
])

/** A draft is stored nowhere. */
const stateSchema: v.GenericSchema<unknown, OrderState> = v.variant('name', [
  v.object({ name: v.literal('queued') }),
  v.object({ name: v.literal('submitting') }),
  v.object({ name: v.literal('accepted'), orderId: idSchema }),
  v.object({ name: v.literal('open'), orderId: idSchema, status: foundOrderSchema }),
  v.object({ name: v.literal('closed'), orderId: idSchema, status: foundOrderSchema }),
  v.object({ name: v.literal('rejected'), messages: upstreamMessagesSchema, httpStatus: v.number() }),
  v.object({ name: v.literal('not_sent'), reason: notSentReasonSchema }),
  v.object({
    name: v.literal('unknown'),
    reason: unknownReasonSchema,
    since: timeSchema,
    lookAgainAt: timeSchema,
    lastLookedUpAt: absent(timeSchema),
    candidates: v.array(listedOrderSchema),
    balanceAfter: absent(amountSchema),
    readInPart: v.optional(v.number()),
  } satisfies Fields<UnknownState>),
  v.object({ name: v.literal('not_placed'), by: v.picklist(['look_up', 'person']) }),
])

const historySchema: v.GenericSchema<unknown, HistoryEntry> = v.object({
  at: timeSchema,
  event: textSchema,
  state: v.picklist([
    'draft',
    'queued',
    'submitting',
    'accepted',
    'open',
    'closed',
    'rejected',
    'not_sent',
    'unknown',
    'not_placed',
  ]),
  detail: absent(textSchema),
} satisfies Fields<HistoryEntry>)

/**
 * A stored order, as a file or a store holds it: what is undefined may be absent. Fields of another version are left out.
 */
export const orderRecordSchema: v.GenericSchema<unknown, OrderRecord> = v.object({
  id: idSchema,
  accountId: idSchema,
  order: preparedOrderSchema,
  confirmed: v.object({
    total: amountSchema,
    quantity: amountSchema,
    delivers: v.nullable(amountSchema),
    isChargedLater: v.boolean(),
    currency: absent(textSchema),
    serviceName: textSchema,
    targetTitle: absent(textSchema),
    balanceBefore: absent(amountSchema),
  } satisfies Fields<Confirmation>),
  canListOrders: v.boolean(),
  createdAt: timeSchema,
  retryOf: absent(idSchema),
  attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sentAt: absent(timeSchema),
  placedAt: absent(timeSchema),
  wholeCharge: v.optional(amountSchema),
  meta: v.optional(orderParamsSchema),
  expiresAt: v.optional(timeSchema),
  dueAt: v.optional(timeSchema),
  counters: v.optional(v.pipe(v.array(textSchema), v.maxLength(100))),
  state: stateSchema,
  history: v.pipe(v.array(historySchema), v.maxLength(100)),
} satisfies Fields<OrderRecord>)
