import type { FoundOrder } from '@orderwright/client'
import type { OrderRecord, OrderState } from '@orderwright/outbox'
import { madeAt, panelStatus, placedState, recordIn, unknownState } from './order-entry.ts'

/** When the sample record was made, in milliseconds since 1970. */
export const recordedAt: number = madeAt

/** Returns what an upstream says of the sample order, which is under way and charged as confirmed. */
export function foundOrder(change: Partial<FoundOrder> = {}): FoundOrder {
  return panelStatus({ currency: undefined, ...change })
}

/** Returns a record of 1,000 views for 4 dollars in the state that is given. */
export function orderRecord(
  state: OrderState,
  change: Partial<Pick<OrderRecord, 'canListOrders'>> = {},
): OrderRecord {
  return recordIn(state, {
    id: 'record',
    accountId: 'account',
    canListOrders: true,
    confirmed: { currency: 'USD', serviceName: 'Views · Cedar' },
    history: [{ at: recordedAt, event: 'ended', state: 'accepted', detail: '7' }],
    ...change,
  })
}

/** Returns the record after its order was polled. */
export function trackedRecord(status: Partial<FoundOrder> = {}): OrderRecord {
  return orderRecord(placedState(foundOrder(status)))
}

/** Returns the record while nobody knows the outcome. */
export function unknownRecord(
  state: Partial<typeof unknownState> = {},
  change: Partial<Pick<OrderRecord, 'canListOrders'>> = {},
): OrderRecord {
  return orderRecord({ ...unknownState, since: recordedAt, lookAgainAt: recordedAt, ...state }, change)
}
