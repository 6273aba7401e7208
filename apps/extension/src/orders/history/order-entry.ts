import type { FoundOrder } from '@orderwright/client'
import type { OrderRecord } from '@orderwright/outbox'
import type { AskedActions } from './actions.ts'

/** One order in the journal: its record, which only the outbox changes, and what the extension adds to it. */
export interface OrderEntry {
  readonly record: OrderRecord
  readonly actions?: AskedActions
}

/** What the upstream said last of the order, once it was asked. */
export function statusOf({ life }: Pick<OrderRecord, 'life'>): FoundOrder | undefined {
  return 'status' in life ? life.status : undefined
}
