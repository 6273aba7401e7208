import type { PreparedOrder } from '@orderwright/core'
import type { Extent } from './extent.ts'
import { nextLife, type OrderEvent, type OrderLife } from './order-life.ts'

/** One order in the journal; stored before anything is sent, and never removed by itself. */
export interface OrderEntry {
  /** Made by the screen: the same token twice is the same order. */
  readonly token: string
  readonly accountId: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly serviceName: string
  /** The title of the page that it was ordered for, or blank. */
  readonly title: string
  readonly order: PreparedOrder
  /** Absent in what was ordered before entries had it. */
  readonly extent?: Extent
  /** What the person confirmed, a decimal string in `currency`. */
  readonly quoted: string
  readonly currency: string
  readonly life: OrderLife
}

export function withEvent(entry: OrderEntry, event: OrderEvent): OrderEntry {
  return { ...entry, life: nextLife(entry.life, event) }
}
