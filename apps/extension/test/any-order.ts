import type { OrderState } from '@orderwright/outbox'
import fc from 'fast-check'
import type { OrderEntry } from '../src/orders/history/order-entry.ts'
import { madeAt, panelStatus, placedState, unknownState } from './order-entry.ts'

const at = '2026-11-22T12:00:00.000Z'
const messages = [{ id: undefined, text: 'Please wait.' }]

const listed = { ...panelStatus(), serviceId: '7', target: undefined, createdAt: at }

/** Any state that is stored. */
export const anyState: fc.Arbitrary<OrderState> = fc.constantFrom<OrderState>(
  { name: 'queued' },
  { name: 'submitting' },
  { name: 'not_placed', by: 'person' },
  { name: 'not_placed', by: 'look_up' },
  { name: 'rejected', messages, httpStatus: 200 },
  { name: 'not_sent', reason: { code: 'interrupted' } },
  { name: 'not_sent', reason: { code: 'no_connection', cause: 'offline' } },
  unknownState,
  {
    ...unknownState,
    reason: { code: 'interrupted' },
    lastLookedUpAt: madeAt + 2000,
    candidates: [listed],
    balanceAfter: '16',
  },
  { ...unknownState, lastLookedUpAt: madeAt + 2000, readInPart: 5000 },
  placedState(),
  { name: 'accepted', orderId: '8' },
  placedState(panelStatus()),
  placedState(panelStatus({ orderId: '8' })),
  placedState(panelStatus({ state: 'completed', isFinal: true, progress: 1, remains: 0, refund: '0.50' })),
  placedState(
    panelStatus({ state: 'refunded', statusType: 'info', description: 'Given back.', refundedAt: at }),
  ),
)

const anyActions = fc.constantFrom(
  { cancel: { at, outcome: { kind: 'rejected' as const, orderId: '7', messages } } },
  { refill: { at, outcome: { kind: 'accepted' as const, orderId: '7', refillId: '1' } } },
)

const anyFields = fc.record({
  id: fc.uuid(),
  accountId: fc.constantFrom('a', 'b'),
  order: fc.record({
    serviceId: fc.string(),
    target: fc.constantFrom(undefined, 'https://www.youtube.com/watch?v=jofNR_WkoCE'),
    quantity: fc.constantFrom(undefined, '1000', '0.5'),
    drip: fc.boolean(),
    params: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.string()),
  }),
  confirmed: fc.record({
    total: fc.constantFrom('4', '0.00042'),
    quantity: fc.constant('1000'),
    delivers: fc.constantFrom('1000', null),
    isChargedLater: fc.boolean(),
    currency: fc.constantFrom('USD', undefined),
    serviceName: fc.string(),
    targetTitle: fc.option(fc.string(), { nil: undefined }),
    balanceBefore: fc.constantFrom('20', undefined),
  }),
  canListOrders: fc.boolean(),
  createdAt: fc.integer({ min: 0, max: 2 * madeAt }),
  retryOf: fc.constantFrom(undefined, 'one'),
  attempt: fc.constantFrom(1, 2),
  sentAt: fc.constantFrom(undefined, madeAt),
  placedAt: fc.constantFrom(undefined, madeAt),
  state: anyState,
  history: fc.constantFrom(
    [],
    [{ at: madeAt, event: 'confirmed', state: 'queued' as const, detail: undefined }],
  ),
})

const anyRecord = fc
  .tuple(anyFields, fc.record({ wholeCharge: fc.constantFrom('4', '0.90') }, { requiredKeys: [] }))
  .map(([fields, more]) => ({ ...fields, ...more }))

/** An order in any state that is stored. */
export const anyOrder: fc.Arbitrary<OrderEntry> = fc.record(
  { record: anyRecord, actions: anyActions },
  { requiredKeys: ['record'] },
)
