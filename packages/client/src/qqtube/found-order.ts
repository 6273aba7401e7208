import type { FoundOrder } from '../upstream/order-status.ts'
import { type Delivery, deliveredCount, nameOfId, stateOf } from './status.ts'

/** Returns an order in the common form. Only completed and refunded orders are final: QQTube may still refund the others. */
export function foundOrder(
  order: Delivery & {
    readonly orderId: string
    readonly totalCost: string | undefined
    readonly statusName?: string | undefined
    readonly statusType?: string | undefined
    readonly description?: string | undefined
    readonly refundTotal?: string | undefined
    readonly refundTime?: string | undefined
  },
): FoundOrder {
  const state = stateOf(order)
  const { startCount, currentCount, wantedCount, statusType, description, refundTime } = order
  // A count may fall again after the delivery, which makes a completed order no less completed.
  const delivered = state === 'completed' ? wantedCount : deliveredCount(order)
  return {
    kind: 'found',
    orderId: order.orderId,
    state,
    rawStatus: order.statusName ?? nameOfId(order.statusId),
    ...(statusType !== undefined && { statusType }),
    ...(description !== undefined && { description }),
    isFinal: state === 'completed' || state === 'refunded',
    startCount,
    currentCount,
    wantedCount,
    remains: remainsOf(delivered, wantedCount),
    progress: progressOf(delivered, wantedCount),
    charge: order.totalCost,
    refund: order.refundTotal,
    ...(refundTime !== undefined && { refundedAt: refundTime }),
    currency: undefined,
  }
}

/** Returns the delivered share, 0 to 1. */
function progressOf(delivered: number | undefined, wanted: number | undefined): number | undefined {
  if (delivered === undefined || wanted === undefined || wanted <= 0) return undefined
  return Math.min(1, Math.max(0, delivered / wanted))
}

function remainsOf(delivered: number | undefined, wanted: number | undefined): number | undefined {
  if (delivered === undefined || wanted === undefined) return undefined
  return Math.min(wanted, Math.max(0, wanted - delivered))
}
