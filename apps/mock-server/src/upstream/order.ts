import type { Service } from '@orderwright/core'
import type { Account } from './accounts.ts'

/** Where an order stands, in no API's words. */
export type OrderState = 'in_progress' | 'completed' | 'refunded' | 'stopped' | 'failed'

export interface Order {
  /** Unique in a server, whichever API took the order. */
  readonly id: string
  readonly account: Account
  /** As it was when the order was taken: a later catalogue changes nothing here. */
  readonly service: Service
  /** The link, as it was sent. */
  readonly target: string
  /** How much is to be delivered. */
  readonly wanted: bigint
  readonly startCount: bigint
  /** What was taken off the balance, exact, in plain notation. */
  readonly charged: string
  /** Milliseconds on the server's clock. */
  readonly takenAt: number
  /** How long the delivery takes on that clock, in milliseconds. */
  readonly durationMs: number
  mark: Mark | undefined
  refund: Refund | undefined
}

/** A state that was set from outside, and stays until another is set. */
export interface Mark {
  readonly state: OrderState
  /** The API's own word for the state, where one in particular was asked for. */
  readonly code: string | undefined
  /** What had been delivered when a delivery was cut off. */
  readonly deliveredThen: bigint
}

export interface Refund {
  /** All that was given back, exact. */
  readonly amount: string
  /** Milliseconds on the server's clock, of the latest one. */
  readonly at: number
}
