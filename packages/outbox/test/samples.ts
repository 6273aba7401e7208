import type { FoundOrder, ListedOrder } from '@orderwright/client'
import type { PreparedOrder } from '@orderwright/core'
import type { Confirmation, OrderRecord, OrderState } from '../src/index.ts'
import type { OrderStateName, OrderStates } from '../src/record/record-schema.ts'

/** When everything in the tests begins. */
export const start: number = Date.UTC(2026, 10, 22, 12)

export const minuteMs = 60_000

export const sampleOrder: PreparedOrder = {
  serviceId: '3',
  target: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
  quantity: '1000',
  drip: false,
  params: {},
}

export const sampleConfirmation: Confirmation = {
  total: '2.5',
  quantity: '1000',
  delivers: '1000',
  isChargedLater: false,
  currency: undefined,
  serviceName: 'Sample views',
  targetTitle: 'A video',
  balanceBefore: '20',
}

export const sampleStatus: FoundOrder = {
  kind: 'found',
  orderId: '77',
  state: 'in_progress',
  rawStatus: 'In Progress',
  isFinal: false,
  startCount: 10,
  currentCount: 460,
  wantedCount: 1000,
  remains: 550,
  progress: 0.45,
  charge: '2.5',
  refund: undefined,
  currency: undefined,
}

export const sampleListed: ListedOrder = {
  ...sampleStatus,
  serviceId: '3',
  target: 'jofNR_WkoCE',
  createdAt: new Date(start + 2000).toISOString(),
}

const completed: FoundOrder = { ...sampleStatus, state: 'completed', rawStatus: 'Completed', isFinal: true }

/** One state of every name. */
export const sampleStates: { readonly [S in OrderStateName]: OrderStates[S] } = {
  draft: { name: 'draft' },
  queued: { name: 'queued' },
  submitting: { name: 'submitting' },
  accepted: { name: 'accepted', orderId: '77' },
  open: { name: 'open', orderId: '77', status: sampleStatus },
  closed: { name: 'closed', orderId: '77', status: completed },
  rejected: { name: 'rejected', messages: [{ id: '32', text: 'Service does not exist.' }], httpStatus: 200 },
  not_sent: { name: 'not_sent', reason: { code: 'no_connection', cause: 'connect_failed' } },
  unknown: {
    name: 'unknown',
    reason: { code: 'no_answer', cause: 'timeout', httpStatus: undefined },
    since: start + 25_000,
    lookAgainAt: start + 25_000,
    lastLookedUpAt: undefined,
    candidates: [],
    balanceAfter: undefined,
  },
  not_placed: { name: 'not_placed', by: 'look_up' },
}

const unsent: readonly string[] = ['draft', 'queued']

/** A record in a state, sent at `start`. */
export function sampleRecord(state: OrderState, change: Partial<OrderRecord> = {}): OrderRecord {
  return {
    id: 'one',
    accountId: 'a',
    order: sampleOrder,
    confirmed: sampleConfirmation,
    canListOrders: true,
    createdAt: start,
    retryOf: undefined,
    attempt: 1,
    sentAt: unsent.includes(state.name) ? undefined : start,
    placedAt: 'orderId' in state ? start + 1000 : undefined,
    state,
    history: [],
    ...change,
  }
}
