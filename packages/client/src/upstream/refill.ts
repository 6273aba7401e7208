import type { NotSentCode, UnknownCode } from '../errors/outcome-code.ts'
import type { UpstreamMessage } from '../messages/upstream-message.ts'

/** What became of asking for the refill of one order. */
export type RefillOutcome = AcceptedRefill | FailedItemOutcome

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

/** Why a refill or a cancel was not accepted for one order of many. */
export type FailedItemOutcome =
  /** The upstream answered that it will not. */
  | {
      readonly kind: 'rejected'
      readonly orderId: string
      readonly messages: readonly UpstreamMessage[]
      /** How long the upstream asked to be left alone, if it did. */
      readonly retryAfterMs?: number | undefined
    }
  /** Nothing left this machine. `reason` is an English sentence. */
  | {
      readonly kind: 'not_sent'
      readonly orderId: string
      readonly code: NotSentCode
      readonly reason: string
    }
  /** It may have been accepted. `reason` is an English sentence. */
  | {
      readonly kind: 'unknown'
      readonly orderId: string
      readonly code: UnknownCode
      readonly reason: string
    }
  /** The upstream answered, and left this order out. */
  | { readonly kind: 'missing'; readonly orderId: string }

/** What became of asking for one order to be canceled. Accepted is not done: see its status. */
export type CancelOutcome = { readonly kind: 'accepted'; readonly orderId: string } | FailedItemOutcome
