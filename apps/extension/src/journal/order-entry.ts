import type { FoundOrder } from '@orderwright/client'
import type { OrderRecord } from '@orderwright/outbox'
import type { FollowUps } from './follow-up.ts'
import { givesBack } from './gives-back.ts'

/** One order in the journal: its record, which only the outbox changes, and what the extension adds to it. */
export interface OrderEntry {
  readonly record: OrderRecord
  /** The charge as last told before anything was given back: an upstream may show only what is left of it. */
  readonly wholeCharge?: string
  readonly followUps?: FollowUps
}

/** The entry of a record that has changed, or is new. */
export function withRecord(entry: OrderEntry | undefined, record: OrderRecord): OrderEntry {
  const status = statusOf(record)
  const isWhole = status?.charge !== undefined && !givesBack(status)
  return { ...entry, record, ...(isWhole ? { wholeCharge: status.charge } : {}) }
}

/** What the upstream said last of the order, once it was asked. */
export function statusOf({ life }: Pick<OrderRecord, 'life'>): FoundOrder | undefined {
  return 'status' in life ? life.status : undefined
}
