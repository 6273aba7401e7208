import type { FoundOrder } from '@orderwright/client'
import type { OrderEntry } from '../src/outbox/order-entry.ts'
import type { OrderLife } from '../src/outbox/order-life.ts'

/** A status as a panel tells it: no quantity, no progress, no refund. */
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

/** An accepted order of 1,000 pieces at 4 euros, with the rest of its life as given. */
export function acceptedEntry(
  life: Partial<Extract<OrderLife, { kind: 'accepted' }>> = {},
  change: Partial<OrderEntry> = {},
): OrderEntry {
  return {
    token: 't',
    accountId: 'a',
    createdAt: '2026-11-22T12:00:00.000Z',
    serviceName: 'Sample',
    title: '',
    order: { serviceId: '7', target: undefined, quantity: '1000', drip: false, params: {} },
    extent: { kind: 'count', total: '1000' },
    quoted: '4',
    currency: 'EUR',
    life: { kind: 'accepted', orderId: '7', messages: [], status: undefined, ...life },
    ...change,
  }
}
