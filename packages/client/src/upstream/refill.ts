import type { FailedItem } from '../item-ending.ts'
import type { UpstreamMessage } from '../messages/upstream-message.ts'

/** What became of asking for the refill of one order. */
export type RefillEnding = AcceptedRefill | FailedItem

export interface AcceptedRefill {
  readonly kind: 'accepted'
  readonly orderId: string
  readonly refillId: string
}

export type RefillState =
  | 'pending'
  | 'in_progress'
  | 'completed'
  | 'rejected'
  | 'canceled'
  | 'error'
  | 'unknown'

/** What a panel says of one refill; an id that it left out, or refused, is data too. */
export type RefillStatus = FoundRefill | MissingRefill | RefusedRefill

export interface FoundRefill {
  readonly kind: 'found'
  readonly refillId: string
  readonly state: RefillState
  /** The panel's own word. */
  readonly rawStatus: string
  /** Whether the state can change no more. */
  readonly isFinal: boolean
}

/** The panel left it out, or said nothing about it that can be read. */
export interface MissingRefill {
  readonly kind: 'missing'
  readonly refillId: string
}

export interface RefusedRefill {
  readonly kind: 'refused'
  readonly refillId: string
  readonly messages: readonly UpstreamMessage[]
}
