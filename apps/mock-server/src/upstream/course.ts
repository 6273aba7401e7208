import { deliveredAfter, durationOf } from '../simulator/delivery.ts'
import type { Order } from '../simulator/order.ts'

/** How far along its delivery an order is, in milliseconds of it: by the clock, at its end at once, or by polls. */
export function elapsedOf(order: Order, now: number): number {
  const elapsedMs = elapsedByPace(order, now)
  return order.life.end.kind === 'stuck' ? Math.min(elapsedMs, endsAfter(order)) : elapsedMs
}

function elapsedByPace({ life: { pace }, delivery, polls, takenAt }: Order, now: number): number {
  switch (pace.kind) {
    case 'timed':
      return now - takenAt
    case 'immediate':
      return durationOf(delivery)
    case 'polls':
      return Math.floor(durationOf(delivery) * Math.min(1, polls / pace.count))
  }
}

/** How much is delivered where the order's life ends. */
export function deliveredAtEnd({ life: { end }, wanted }: Order): bigint {
  return (wanted * BigInt(end.percent)) / 100n
}

/** The first millisecond of the delivery in which that much is delivered; none before the delivery begins. */
export function endsAfter(order: Order): number {
  const { delivery, wanted } = order
  const target = deliveredAtEnd(order)
  let low = delivery.pendingMs
  let high = durationOf(delivery)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (deliveredAfter(delivery, wanted, middle) >= target) high = middle
    else low = middle + 1
  }
  return low
}
