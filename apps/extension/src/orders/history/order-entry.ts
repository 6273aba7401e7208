import type { FoundOrder } from '@orderwright/client'
import type { OrderRecord } from '@orderwright/outbox'
import type { AskedActions } from './actions.ts'

/** One order in the history: its record, which only the outbox changes, and what the extension adds to it. */
export interface OrderEntry {
  readonly record: OrderRecord
  readonly actions?: AskedActions
}

/** Returns what the upstream said last of the order, if it was asked. */
export function statusOf({ state }: Pick<OrderRecord, 'state'>): FoundOrder | undefined {
  return 'status' in state ? state.status : undefined
}
