import type { UpstreamMessage } from '../messages/upstream-message.ts'

export type UpstreamStatus =
  | 'pending'
  | 'in_progress'
  | 'completed'
  | 'partial'
  | 'canceled'
  | 'refunded'
  | 'stopped'
  | 'error'
  | 'unknown'

/** What an upstream says of one order; an id that it left out, or refused, is data too. */
export type OrderStatus = FoundOrder | MissingOrder | RefusedOrder

export interface FoundOrder {
  readonly kind: 'found'
  readonly orderId: string
  readonly state: UpstreamStatus
  /** The upstream's own word. */
  readonly rawStatus: string
  /** The upstream's own sort of that word, such as `info`; not what `state` is judged by. */
  readonly statusType?: string | undefined
  /** What the upstream says of that word, if it does. */
  readonly description?: string | undefined
  /** Whether the state can change no more, so that there is nothing left to ask. */
  readonly isFinal: boolean
  readonly startCount: number | undefined
  readonly currentCount: number | undefined
  /** The quantity ordered. */
  readonly wantedCount: number | undefined
  /** How much of it has not been delivered. */
  readonly remains: number | undefined
  /** 0 to 1. */
  readonly progress: number | undefined
  /** What the order cost, as decimal string. */
  readonly charge: string | undefined
  /** What was given back, as decimal string. */
  readonly refund: string | undefined
  /** When it was given back, if the upstream tells: ISO 8601 in UTC. */
  readonly refundedAt?: string | undefined
  /** Of `charge` and `refund`, if the upstream names it. */
  readonly currency: string | undefined
  /** What a subscription has come to, if the upstream tells. */
  readonly subscription?: Subscription | undefined
}

export interface Subscription {
  /** How many posts it has served, or is for: panels differ. */
  readonly posts: number | undefined
  /** The orders that were placed for its posts. */
  readonly orderIds: readonly string[]
  /** In the upstream's own form. */
  readonly expiry: string | undefined
}

/** The upstream left it out, or said nothing about it that can be read. */
export interface MissingOrder {
  readonly kind: 'missing'
  readonly orderId: string
}

export interface RefusedOrder {
  readonly kind: 'refused'
  readonly orderId: string
  readonly messages: readonly UpstreamMessage[]
}

/** An order as an upstream lists it. */
export interface ListedOrder extends FoundOrder {
  readonly serviceId: string | undefined
  /** As the upstream shortened it: for a video its id alone, for others perhaps the link, or nothing. */
  readonly target: string | undefined
  /** ISO 8601 in UTC. */
  readonly createdAt: string | undefined
}
