import type { FoundOrder, ListedOrder, UpstreamMessage } from '@orderwright/client'

/** Why nothing was sent. `text` is a sentence of the client's. */
export type NotSentReason =
  | { readonly code: 'no_connection'; readonly text: string }
  /** What was to send it ended first: a worker that was stopped, a machine that lost its power. */
  | { readonly code: 'interrupted' }

/** Why nobody knows whether the order was taken. `text` is a sentence of the client's. */
export type UnknownReason =
  | { readonly code: 'no_answer'; readonly text: string; readonly httpStatus: number | undefined }
  /** What had sent it ended before the answer was stored. */
  | { readonly code: 'interrupted' }

/** What is known of an order while nobody knows whether it was taken. Times are in milliseconds since 1970. */
export interface UnknownState {
  readonly state: 'unknown'
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
  /** How many of the upstream's orders were read, where there were more and none of these is it. */
  readonly readInPart?: number | undefined
}

/** Every state that an order can be in, with what is known in it. Times are in milliseconds since 1970. */
export interface OrderStates {
  draft: { readonly state: 'draft' }
  /** Confirmed and stored; nothing has been sent. */
  intent: { readonly state: 'intent' }
  /** The request may be on its way at this moment. */
  sending: { readonly state: 'sending' }
  /** The upstream took it, and has said nothing of it since. */
  accepted: { readonly state: 'accepted'; readonly orderId: string }
  tracked: { readonly state: 'tracked'; readonly orderId: string; readonly status: FoundOrder }
  /** Nothing is left to ask, though a refund may still come. */
  final: { readonly state: 'final'; readonly orderId: string; readonly status: FoundOrder }
  /** The upstream answered that it did not take it. */
  rejected: {
    readonly state: 'rejected'
    readonly messages: readonly UpstreamMessage[]
    readonly httpStatus: number
  }
  not_sent: { readonly state: 'not_sent'; readonly reason: NotSentReason }
  unknown: UnknownState
  /** Was unknown, and turned out never to have been taken. */
  not_placed: { readonly state: 'not_placed'; readonly by: 'look_up' | 'person' }
}

export type OrderStateName = keyof OrderStates

export type OrderState = OrderStates[OrderStateName]

/** The states in which an order may have been taken, though nobody knows yet. */
export const unresolvedStates: readonly OrderStateName[] = ['intent', 'sending', 'unknown']

/** The states that hold the upstream's number of the order. */
export const placedStates: readonly OrderStateName[] = ['accepted', 'tracked', 'final']

/** One change of a life. `detail` is a code or an order's number: whatever tells it from another of its kind. */
export interface HistoryEntry {
  readonly at: number
  readonly event: string
  readonly state: OrderStateName
  readonly detail: string | undefined
}

/** How an order was sent matters most, then what happened last: the middle is what goes. */
const keptFirst = 10

const keptLast = 40

/** The history with one entry more; at most 50 are kept. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const longer = [...history, entry]
  return longer.length <= keptFirst + keptLast
    ? longer
    : [...longer.slice(0, keptFirst), ...longer.slice(-keptLast)]
}
