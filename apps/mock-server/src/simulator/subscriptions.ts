import type { Service } from '@orderwright/core'
import { markOrder } from './change-order.ts'
import type { Order, Subscription } from './order.ts'
import { seededInteger } from './random.ts'
import type { SimulatorState } from './state.ts'
import { takeOrder } from './take-order.ts'

/**
 * Has the clock place the orders of a subscription, each charged as it is placed, and complete it after the last.
 * An order that the balance is short of stops it. Those that it has placed already are passed over.
 */
export function scheduleSubscription(state: SimulatorState, order: Order, subscription: Subscription): void {
  for (const [index, at] of orderTimes(subscription, order.takenAt).entries()) {
    if (index < subscription.orders.length) continue
    state.scheduler.add(at, () => {
      if (order.mark === undefined) placeNext(state, order, subscription, index + 1, at)
    })
  }
  const end = endOfSubscription(subscription, order.takenAt)
  state.scheduler.add(end, () => {
    if (order.mark === undefined) markOrder(state, order, { state: 'completed', code: undefined }, end)
  })
}

function placeNext(
  state: SimulatorState,
  order: Order,
  subscription: Subscription,
  number: number,
  now: number,
): void {
  const { username, orders } = subscription
  const taking = takeOrder(
    state,
    order.account,
    priced(order.service),
    {
      target: `post-${number}-of-${username.replace(/[\s:]+/g, '_')}`,
      quantity: String(quantityFor(state.seed, subscription, number)),
    },
    now,
  )
  if (taking.kind === 'taken') {
    orders.push(taking.order)
    state.onChange()
  } else markOrder(state, order, { state: 'stopped', code: undefined }, now)
}

/** The service as each delivered order is priced: a quantity at its rate, and nothing else. */
function priced(service: Service): Service {
  return { ...service, quantitySource: { kind: 'given' }, takesTarget: true, params: [] }
}

function quantityFor(seed: string, { username, minimum, maximum }: Subscription, number: number): bigint {
  const drawn = BigInt(seededInteger(seed, ['post', username, String(number)], 0, 2 ** 47))
  return minimum + (drawn % (maximum - minimum + 1n))
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
