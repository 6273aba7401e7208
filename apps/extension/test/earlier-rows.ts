import type { FoundOrder } from '@orderwright/client'
import type { PreparedOrder } from '@orderwright/core'
import type { FollowUps } from '../src/orders/history/actions.ts'

// Orders as version 2 of the database and version 1 of files had them, as they were written.

const target = 'https://www.youtube.com/watch?v=jofNR_WkoCE'
const order: PreparedOrder = { serviceId: '3', target, quantity: '1000', drip: false, params: {} }

interface Row {
  readonly token: string
  readonly order: PreparedOrder
  readonly [field: string]: unknown
}

export const earlierRow: Row = {
  token: '1f0c6a0e-0000-4000-8000-000000000001',
  accountId: 'account-1',
  createdAt: '2026-11-20T10:00:00.000Z',
  serviceName: 'Views · Cedar, by drip',
  title: 'A walk along the river',
  order,
  extent: { kind: 'count', total: '1000' },
  quoted: '2.75',
  currency: 'USD',
  life: { kind: 'intent' },
}

export const earlierStatus: Omit<FoundOrder, 'refund'> = {
  kind: 'found',
  orderId: '123456',
  state: 'in_progress',
  rawStatus: 'In progress',
  isFinal: false,
  startCount: 10,
  currentCount: 410,
  wantedCount: 1000,
  remains: 600,
  progress: 0.4,
  charge: '2.75',
  currency: 'USD',
}

export const earlierFollowUps: FollowUps = {
  cancel: {
    at: '2026-11-20T11:00:00.000Z',
    ending: { kind: 'unknown', orderId: '123456', code: 'connection_lost', reason: 'The connection broke.' },
  },
}

export type EarlierLifeName =
  | 'intent'
  | 'sending'
  | 'closed'
  | 'accepted'
  | 'tracked'
  | 'final'
  | 'rejected'
  | 'priceChanged'
  | 'balanceTooLow'
  | 'interrupted'
  | 'failed'
  | 'unknown'
  | 'workerLost'

/** One of each kind, by its name. */
export const earlierLives: Readonly<Record<EarlierLifeName, object>> = {
  intent: { kind: 'intent' },
  sending: { kind: 'sending' },
  closed: { kind: 'closed' },
  accepted: { kind: 'accepted', orderId: '123456', messages: [{ text: 'Order placed.' }] },
  tracked: {
    kind: 'accepted',
    orderId: '123456',
    messages: [],
    status: earlierStatus,
    charge: '2.75',
    followUps: earlierFollowUps,
  },
  final: {
    kind: 'accepted',
    orderId: '123456',
    messages: [],
    status: { ...earlierStatus, state: 'completed', rawStatus: 'Completed', isFinal: true },
  },
  rejected: { kind: 'rejected', messages: [{ id: '32', text: 'Service does not exist.' }] },
  priceChanged: { kind: 'not_sent', reason: { code: 'price_changed', total: '3' } },
  balanceTooLow: { kind: 'not_sent', reason: { code: 'balance_too_low', balance: '1' } },
  interrupted: { kind: 'not_sent', reason: { code: 'interrupted' } },
  failed: { kind: 'not_sent', reason: { code: 'failed', sentence: 'It could not be reached.' } },
  unknown: {
    kind: 'unknown',
    reason: 'The connection broke.',
    search: {
      at: '2026-11-20T10:05:00.000Z',
      candidates: [{ orderId: '9', createdAt: '2026-11-20T10:00:02.000Z', charge: '2.75' }],
    },
  },
  workerLost: {
    kind: 'unknown',
    reason: 'The browser ended the extension’s worker while it waited.',
  },
}
