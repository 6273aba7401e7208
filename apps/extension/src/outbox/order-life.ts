import type { AcceptedEnding, Ending, FailedEnding, FoundOrder, UpstreamMessage } from '@orderwright/client'
import { type FollowUpEvent, type FollowUps, nextFollowUps } from './follow-up.ts'
import { givesBack } from './gives-back.ts'

/**
 * Where an order stands. `intent` and `sending` are stored before anything leaves, so that a worker that dies
 * leaves a trace; nothing that is `unknown` is ever sent again by itself.
 */
export type OrderLife =
  | { readonly kind: 'intent' }
  | { readonly kind: 'sending' }
  | {
      readonly kind: 'accepted'
      readonly orderId: string
      readonly messages: readonly UpstreamMessage[]
      /** What the upstream said last, once it was asked. */
      readonly status: FoundOrder | undefined
      /** The charge as last told before anything was given back: an upstream may show only what is left of it. */
      readonly charge?: string
      readonly followUps?: FollowUps
    }
  | { readonly kind: 'rejected'; readonly messages: readonly UpstreamMessage[] }
  | { readonly kind: 'not_sent'; readonly reason: NotSentReason }
  | { readonly kind: 'unknown'; readonly reason: string; readonly search: SearchOutcome | undefined }
  /** Was `unknown`, until the person looked and found that there is no such order. */
  | { readonly kind: 'closed' }

export type NotSentReason =
  /** `total` is what the upstream asks now, a decimal string. */
  | { readonly code: 'price_changed'; readonly total: string }
  | { readonly code: 'balance_too_low'; readonly balance: string }
  /** The worker ended before it sent anything. */
  | { readonly code: 'interrupted' }
  | { readonly code: 'failed'; readonly sentence: string }

/** What a search of the upstream's own list found for an unknown order. */
export interface SearchOutcome {
  /** ISO 8601. */
  readonly at: string
  /** Orders that could be it; none means that the list does not hold it. */
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly orderId: string
  readonly createdAt: string | undefined
  readonly charge: string | undefined
}

export type OrderEvent =
  | { readonly kind: 'sending' }
  | { readonly kind: 'held_back'; readonly reason: NotSentReason }
  | { readonly kind: 'ended'; readonly ending: Ending }
  | { readonly kind: 'worker_lost' }
  | { readonly kind: 'searched'; readonly search: SearchOutcome }
  | { readonly kind: 'adopted'; readonly orderId: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'tracked'; readonly status: FoundOrder }
  | FollowUpEvent

/** The life after an event; an event that means nothing in this life leaves it as it is. */
export function nextLife(life: OrderLife, event: OrderEvent): OrderLife {
  switch (life.kind) {
    case 'intent':
      return afterIntent(life, event)
    case 'sending':
      return afterSending(life, event)
    case 'unknown':
      return afterUnknown(life, event)
    case 'accepted':
      return afterAccepted(life, event)
    case 'rejected':
    case 'not_sent':
    case 'closed':
      return life
  }
}

/** Whether the upstream is still worth asking about the order. */
export function isOpen(life: OrderLife): boolean {
  return life.kind === 'accepted' && life.status?.isFinal !== true
}

function afterIntent(life: OrderLife, event: OrderEvent): OrderLife {
  switch (event.kind) {
    case 'sending':
      return { kind: 'sending' }
    case 'held_back':
      return { kind: 'not_sent', reason: event.reason }
    case 'worker_lost':
      return { kind: 'not_sent', reason: { code: 'interrupted' } }
    default:
      return life
  }
}

function afterSending(life: OrderLife, event: OrderEvent): OrderLife {
  if (event.kind === 'ended') return ended(event.ending)
  if (event.kind !== 'worker_lost') return life
  return {
    kind: 'unknown',
    reason: 'The browser ended the extension’s worker while it waited.',
    search: undefined,
  }
}

function ended(ending: AcceptedEnding | FailedEnding): OrderLife {
  switch (ending.kind) {
    case 'accepted':
      return { kind: 'accepted', orderId: ending.orderId, messages: ending.messages, status: undefined }
    case 'rejected':
      return { kind: 'rejected', messages: ending.messages }
    case 'not_sent':
      return { kind: 'not_sent', reason: { code: 'failed', sentence: ending.reason } }
    case 'unknown':
      return { kind: 'unknown', reason: ending.reason, search: undefined }
  }
}

function afterAccepted(life: Extract<OrderLife, { kind: 'accepted' }>, event: OrderEvent): OrderLife {
  switch (event.kind) {
    case 'tracked': {
      const { charge } = event.status
      const whole = charge !== undefined && !givesBack(event.status) ? { charge } : {}
      return { ...life, ...whole, status: event.status }
    }
    case 'cancel_asked':
    case 'refill_asked':
    case 'refill_tracked':
      return { ...life, followUps: nextFollowUps(life.followUps ?? {}, event) }
    default:
      return life
  }
}

function afterUnknown(life: Extract<OrderLife, { kind: 'unknown' }>, event: OrderEvent): OrderLife {
  switch (event.kind) {
    case 'searched':
      return { ...life, search: event.search }
    case 'adopted':
      return { kind: 'accepted', orderId: event.orderId, messages: [], status: undefined }
    case 'closed':
      return { kind: 'closed' }
    default:
      return life
  }
}
