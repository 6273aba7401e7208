import { formatCount } from '../format/money.ts'
import { formatTime } from '../format/time.ts'
import { type OrderEntry, statusOf } from './history/order-entry.ts'
import { messages as texts } from './texts/en.generated.ts'

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
    detail(texts.details.status(), rawStatus),
    detail(texts.details.type(), statusType),
    detail(texts.details.meaning(), description),
    detail(texts.details.startCount(), startCount === undefined ? undefined : formatCount(`${startCount}`)),
    detail(
      texts.details.currentCount(),
      currentCount === undefined ? undefined : formatCount(`${currentCount}`),
    ),
    detail(texts.details.refunded(), refundedAt === undefined ? undefined : formatTime(refundedAt)),
  ].filter(found => found !== undefined)
}

function detail(name: string, value: string | undefined): OrderDetail | undefined {
  return value === undefined || value === '' ? undefined : { name, value }
}
