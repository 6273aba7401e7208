import type { FoundOrder } from '@orderwright/client'
import type { Confirmation, OrderRecord, OrderState } from '@orderwright/outbox'
import type { OrderEntry } from '../src/orders/history/order-entry.ts'

/** Returns a status as a panel gives it: without quantity, progress or refund. */
export function panelStatus(change: Partial<FoundOrder> = {}): FoundOrder {
  return {
    kind: 'found',
    orderId: '7',
    state: 'in_progress',
    rawStatus: 'In progress',
    isFinal: false,
    startCount: undefined,
    currentCount: undefined,
    wantedCount: undefined,
    remains: undefined,
    progress: undefined,
    charge: '4',
    refund: undefined,
    currency: 'EUR',
    ...change,
  }
}

interface Change extends Partial<Omit<OrderRecord, 'confirmed' | 'state'>> {
  readonly confirmed?: Partial<Confirmation>
}

/** When every order of the tests was made. */
export const madeAt: number = Date.UTC(2026, 10, 22, 12)

/** Returns an order of 1,000 pieces at 4 euros, in a state. */
export function recordIn(state: OrderState, { confirmed, ...change }: Change = {}): OrderRecord {
  const isUnsent = state.name === 'draft' || state.name === 'queued'
  return {
    id: 't',
    accountId: 'a',
    order: { serviceId: '7', target: undefined, quantity: '1000', drip: false, params: {} },
    confirmed: {
      total: '4',
      quantity: '1000',
      delivers: '1000',
      isChargedLater: false,
      currency: 'EUR',
      serviceName: 'Sample',
      targetTitle: undefined,
      balanceBefore: '20',
      ...confirmed,
    },
    canListOrders: false,
    createdAt: madeAt,
    retryOf: undefined,
    attempt: 1,
    sentAt: isUnsent ? undefined : madeAt,
    placedAt: 'orderId' in state ? madeAt : undefined,
    state,
    history: [],
    ...change,
  }
}

export function entryIn(state: OrderState, change?: Change): OrderEntry {
  return { record: recordIn(state, change) }
}

/** Returns a placed order, with what the upstream said of it last. */
export function placedEntry(status?: FoundOrder, change?: Change): OrderEntry {
  return entryIn(placedState(status), change)
}

export function placedState(status?: FoundOrder): OrderState {
  if (status === undefined) return { name: 'accepted', orderId: '7' }
  return { name: status.isFinal ? 'closed' : 'open', orderId: status.orderId, status }
}

/** A state that nobody knows the outcome of. */
export const unknownState: Extract<OrderState, { readonly name: 'unknown' }> = {
  name: 'unknown',
  reason: { code: 'no_answer', cause: 'connection_lost', httpStatus: undefined },
  since: madeAt + 1000,
  lookAgainAt: madeAt + 1000,
  lastLookedUpAt: undefined,
  candidates: [],
  balanceAfter: undefined,
}
