import type { Order } from '../simulator/order.ts'

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
  /** When it expires, on the server's clock; `Infinity` where it does not. */
  readonly endsAt: number
  /** From one invented post to the next, in milliseconds. */
  readonly postEveryMs: number
  /** What it has ordered so far. */
  readonly orders: Order[]
}

/** When each of a subscription's orders is placed, in the order of time: those for old posts at once. */
export function orderTimes(subscription: Subscription, takenAt: number): readonly number[] {
  const { oldPosts, newPosts, delayMs, postEveryMs, endsAt } = subscription
  const ofOld = Array.from({ length: oldPosts }, () => takenAt)
  const ofNew = Array.from({ length: newPosts }, (_, post) => takenAt + (post + 1) * postEveryMs + delayMs)
  return [...ofOld, ...ofNew].filter(at => at <= endsAt)
}

/** When a subscription is completed: with its last order, or as it expires. */
export function endOfSubscription(subscription: Subscription, takenAt: number): number {
  const { oldPosts, newPosts, endsAt } = subscription
  const times = orderTimes(subscription, takenAt)
  return times.length < oldPosts + newPosts ? endsAt : (times.at(-1) ?? takenAt)
}
