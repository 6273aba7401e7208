import type { FoundOrder, ListedOrder } from '@orderwright/client'
import { addAmounts, subtractAmounts } from '@orderwright/core'
import * as v from 'valibot'
import { type StorageItem, storageItem } from '../../platform/storage-item.ts'

/** An order that the demo provider took; what has become of it follows from its age. */
export interface DemoOrder {
  readonly id: string
  readonly serviceId: string
  readonly target: string
  readonly quantity: number
  /** A decimal string. */
  readonly charge: string
  /** In milliseconds since 1970. */
  readonly createdAt: number
}

const demoOrderSchema: v.GenericSchema<unknown, DemoOrder> = v.object({
  id: v.string(),
  serviceId: v.string(),
  target: v.string(),
  quantity: v.number(),
  charge: v.string(),
  createdAt: v.number(),
})

/** The demo provider's orders, newest first. */
export const demoOrdersItem: StorageItem<DemoOrder[]> = storageItem({
  key: 'demoOrders',
  schema: v.array(demoOrderSchema),
  fallback: [],
})

/** The demo account's first balance, as a decimal string. */
const opening = '250'

/** How many orders the demo provider remembers. */
const most = 200

/** Returns the orders with one more, without the oldest if there are too many. */
export function withDemoOrder(orders: readonly DemoOrder[], order: DemoOrder): DemoOrder[] {
  return [order, ...orders].slice(0, most)
}

/** Returns what is left of the demo money, as decimal string. */
export function demoBalance(orders: readonly DemoOrder[]): string {
  return subtractAmounts(opening, orders.map(({ charge }) => charge).reduce(addAmounts, '0'))
}

/** How long an order waits before its delivery begins, and how long that takes, in milliseconds. */
const waitMs = 4_000
const deliveryMs = 40_000

/** Returns what the demo provider says of an order at `now`, in milliseconds since 1970. */
export function demoStatus({ id, quantity, charge, createdAt }: DemoOrder, now: number): FoundOrder {
  const progress = Math.min(1, Math.max(0, (now - createdAt - waitMs) / deliveryMs))
  const delivered = Math.floor(quantity * progress)
  const startCount = 1_000 + quantity
  const [state, rawStatus] = statusAt(progress)
  return {
    kind: 'found',
    orderId: id,
    state,
    rawStatus,
    isFinal: progress === 1,
    startCount,
    currentCount: startCount + delivered,
    wantedCount: quantity,
    remains: quantity - delivered,
    progress: delivered / quantity,
    charge,
    refund: undefined,
    currency: 'USD',
  }
}

function statusAt(progress: number): readonly [FoundOrder['state'], string] {
  if (progress === 0) return ['pending', 'Pending']
  return progress < 1 ? ['in_progress', 'Delivering'] : ['completed', 'Completed']
}

/** Returns the order as the demo provider lists it at `now`, in milliseconds since 1970. */
export function listedDemoOrder(order: DemoOrder, now: number): ListedOrder {
  return {
    ...demoStatus(order, now),
    serviceId: order.serviceId,
    target: order.target,
    createdAt: new Date(order.createdAt).toISOString(),
  }
}
