import type { ListedOrder } from '@orderwright/client'
import { orderIdOf, timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'

/**
 * Returns how far an upstream's clock is ahead of ours, in milliseconds: upstreams name no zone, but orders that are
 * known on both sides show it. The median of them, or 0 if there is none.
 */
export function clockOffsetMs(listed: readonly ListedOrder[], records: readonly OrderRecord[]): number {
  const sentAt = new Map(records.map(record => [orderIdOf(record), timeOf(record)]))
  const offsets = listed
    .flatMap(order => {
      const [own, theirs] = [sentAt.get(order.orderId), listedAt(order)]
      return own === undefined || theirs === undefined ? [] : [theirs - own]
    })
    .toSorted((left, right) => left - right)
  return offsets[Math.floor(offsets.length / 2)] ?? 0
}

/** Returns when an order was made by the upstream's clock, in milliseconds since 1970. */
export function listedAt({ createdAt }: ListedOrder): number | undefined {
  // biome-ignore lint/style/noRestrictedGlobals: reading a text needs no clock
  const time = Date.parse(createdAt ?? '')
  return Number.isNaN(time) ? undefined : time
}
