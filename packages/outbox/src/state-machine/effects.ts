import type { UpstreamStatus } from '@orderwright/client'
import type { OrderRecord } from '../record/record-schema.ts'

/** What a person may want to be told. */
export type Topic =
  | 'placed'
  | 'rejected'
  | 'not_sent'
  | 'unknown'
  /** It was unknown, and has been found at the upstream. */
  | 'found'
  /** It was unknown, and was never placed. */
  | 'not_found'
  /** Several orders may be it: the person has to choose. */
  | 'choose'
  /** It counted as over, and turned out to be placed. */
  | 'placed_after_all'
  /** Its number was another one than had been thought. */
  | 'renumbered'
  /** The charge is not what was confirmed. */
  | 'charged_differently'
  | Extract<UpstreamStatus, 'completed' | 'partial' | 'canceled' | 'refunded' | 'stopped' | 'error'>

/** What is to be done now. */
export type Effect =
  /** Give it to the upstream, once. */
  | { readonly kind: 'send' }
  /** Look for it among the upstream's orders, not before that time. */
  | { readonly kind: 'look_up'; readonly notBefore: number }
  /** The person is to say what became of it, as far as they can find out. */
  | { readonly kind: 'ask' }
  /** Ask for its status now and then. */
  | { readonly kind: 'track' }
  | { readonly kind: 'notify'; readonly topic: Topic }

/**
 * Returns what a record is waiting for, whenever it is read: effects that were missed, because what should have carried
 * them out died, are found here again. `now`, in milliseconds since 1970, tells whether a clock was set back since: what was
 * written down later than that waits for no time. Default: never.
 *
 * @example
 * ```ts
 * dueEffects({ canListOrders: true, state: { name: 'queued' } }) // [{ kind: 'send' }]
 * dueEffects({ canListOrders: true, state: { name: 'accepted', orderId: '77' } }) // [{ kind: 'track' }]
 * ```
 */
export function dueEffects(
  { state, canListOrders }: Pick<OrderRecord, 'state' | 'canListOrders'>,
  now: number = Number.POSITIVE_INFINITY,
): readonly Effect[] {
  switch (state.name) {
    case 'queued':
      return [{ kind: 'send' }]
    case 'unknown': {
      if (!canListOrders || state.candidates.length > 0) return [{ kind: 'ask' }]
      const writtenAt = Math.max(state.since, state.lastLookedUpAt ?? state.since)
      const lookUp = { kind: 'look_up', notBefore: writtenAt > now ? now : state.lookAgainAt } as const
      return state.readInPart === undefined ? [lookUp] : [lookUp, { kind: 'ask' }]
    }
    case 'accepted':
    case 'open':
      return [{ kind: 'track' }]
    default:
      return []
  }
}
