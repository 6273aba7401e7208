import type { NotSentCode, UnknownCode } from './errors/outcome-code.ts'
import type { UpstreamMessage } from './messages/upstream-message.ts'

/** Why a refill or a cancel was not accepted for one order of many. */
export type FailedItem =
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
export type CancelEnding = { readonly kind: 'accepted'; readonly orderId: string } | FailedItem
