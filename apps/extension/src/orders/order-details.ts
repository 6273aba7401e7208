import { formatCount } from '../format/money.ts'
import { formatTime } from '../format/time.ts'
import { type OrderEntry, statusOf } from './history/order-entry.ts'

export interface OrderDetail {
  readonly name: string
  readonly value: string
}

/** Returns what the upstream said last of an order and the card does not show; empty before it was asked. */
export function orderDetails({ record }: OrderEntry): readonly OrderDetail[] {
  const status = statusOf(record)
  if (status === undefined) return []
  const { rawStatus, statusType, description, startCount, currentCount, refundedAt } = status
  return [
    detail('Upstream’s status', rawStatus),
    detail('Upstream’s sort of it', statusType),
    detail('What it means', description),
    detail('Count at the start', startCount === undefined ? undefined : formatCount(`${startCount}`)),
    detail('Count now', currentCount === undefined ? undefined : formatCount(`${currentCount}`)),
    detail('Refunded', refundedAt === undefined ? undefined : formatTime(refundedAt)),
  ].filter(found => found !== undefined)
}

function detail(name: string, value: string | undefined): OrderDetail | undefined {
  return value === undefined || value === '' ? undefined : { name, value }
}
