import type { Service } from '@orderwright/core'
import type { Account } from './accounts.ts'
import type { Behaviour } from './behaviour.ts'

/** Where an order can stand, in no API's words. */
export const orderStates = [
  'pending',
  'in_progress',
  'completed',
  'partial',
  'canceled',
  'refunded',
  'stopped',
  'failed',
] as const

export type OrderState = (typeof orderStates)[number]

export interface Order {
  /** Unique in a server, whichever API took the order. */
  readonly id: string
  readonly account: Account
  /** As it was when the order was taken: a later catalogue changes nothing here. */
  readonly service: Service
  /** The link, as it was sent; blank if the service takes none. */
  readonly target: string
  /** How much is to be delivered, in all runs together; 0 for a subscription. */
  readonly wanted: bigint
  readonly startCount: bigint
  /** What was taken off the balance when the order was taken, exact, in plain notation. */
  readonly charged: string
  /** Milliseconds on the server's clock. */
  readonly takenAt: number
  readonly delivery: Delivery
  /** Set for an order that delivers nothing itself, but by orders of its own. */
  readonly subscription: Subscription | undefined
  behaviour: Behaviour
  /** How often a client has asked how it stands, if its behaviour goes by that. */
  polls: number
  /** When a cancel that was asked for takes effect, in milliseconds of the server's clock. */
  cancelAt: number | undefined
  mark: Mark | undefined
  refund: Refund | undefined
}

/** A state that was set from outside, and stays until another is set. */
export interface Mark {
  readonly state: OrderState
  /** The API's own word for the state, if one in particular was asked for. */
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

/** How an order is delivered: in one run, or in several that begin an interval apart. All times in milliseconds. */
export interface Delivery {
  /** How long the order waits before anything is delivered. */
  readonly pendingMs: number
  /** How long one run takes; linear in itself. */
  readonly runMs: number
  readonly runs: bigint
  /** From the beginning of one run to that of the next. */
  readonly intervalMs: number
}

/** What a subscription orders: something for each post of someone, as it appears. */
export interface Subscription {
  readonly username: string
  /** The bounds of each of its orders. */
  readonly minimum: bigint
  readonly maximum: bigint
  /** From a new post to the order for it, in milliseconds. */
  readonly delayMs: number
  /** How many posts that are there already are ordered for at once. */
  readonly oldPosts: number
  /** How many new posts are ordered for. */
  readonly newPosts: number
  /** When it expires, on the server's clock; `Infinity` if it does not. */
  readonly endsAt: number
  /** From one invented post to the next, in milliseconds. */
  readonly postEveryMs: number
  /** What it has ordered so far. */
  readonly orders: Order[]
}
