import fc from 'fast-check'
import type { OrderEntry } from '../src/outbox/order-entry.ts'
import type { OrderLife } from '../src/outbox/order-life.ts'
import { panelStatus } from './order-entry.ts'

const at = '2026-11-22T12:00:00.000Z'
const messages = [{ id: undefined, text: 'Please wait.' }]

const anyStatus = fc.constantFrom(
  undefined,
  panelStatus(),
  panelStatus({ state: 'completed', isFinal: true, progress: 1, remains: 0, refund: '0.50' }),
  panelStatus({ state: 'refunded', statusType: 'info', description: 'Given back.', refundedAt: at }),
)

const anyAccepted: fc.Arbitrary<OrderLife> = fc.record(
  {
    kind: fc.constant('accepted' as const),
    orderId: fc.constantFrom('7', '8'),
    messages: fc.constantFrom([], messages),
    status: anyStatus,
    charge: fc.constantFrom('4', '0.90'),
    followUps: fc.constantFrom(
      { cancel: { at, ending: { kind: 'rejected' as const, orderId: '7', messages } } },
      { refill: { at, ending: { kind: 'accepted' as const, orderId: '7', refillId: '1' } } },
    ),
  },
  { requiredKeys: ['kind', 'orderId', 'messages', 'status'] },
)

/** An order in any life that it can have. */
export const anyLife: fc.Arbitrary<OrderLife> = fc.oneof(
  fc.constantFrom<OrderLife>(
    { kind: 'intent' },
    { kind: 'sending' },
    { kind: 'closed' },
    { kind: 'rejected', messages },
    { kind: 'not_sent', reason: { code: 'price_changed', total: '4.2' } },
    { kind: 'not_sent', reason: { code: 'balance_too_low', balance: '0' } },
    { kind: 'not_sent', reason: { code: 'interrupted' } },
    { kind: 'not_sent', reason: { code: 'failed', sentence: 'No.' } },
    { kind: 'unknown', reason: 'No answer.', search: undefined },
    {
      kind: 'unknown',
      reason: 'No answer.',
      search: { at, candidates: [{ orderId: '9', createdAt: undefined, charge: '4' }] },
    },
  ),
  anyAccepted,
)

export const anyOrder: fc.Arbitrary<OrderEntry> = fc.record(
  {
    token: fc.uuid(),
    accountId: fc.constantFrom('a', 'b'),
    createdAt: fc.constantFrom(at, '2026-10-01T00:00:00.000Z'),
    serviceName: fc.string(),
    title: fc.string(),
    order: fc.record({
      serviceId: fc.string(),
      target: fc.constantFrom(undefined, 'https://www.youtube.com/watch?v=jofNR_WkoCE'),
      quantity: fc.constantFrom(undefined, '1000', '0.5'),
      drip: fc.boolean(),
      params: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.string()),
    }),
    extent: fc.constantFrom({ kind: 'count' as const, total: '1000' }, { kind: 'package' as const }),
    quoted: fc.constantFrom('4', '0.00042'),
    currency: fc.constantFrom('USD', ''),
    life: anyLife,
  },
  {
    requiredKeys: [
      'token',
      'accountId',
      'createdAt',
      'serviceName',
      'title',
      'order',
      'quoted',
      'currency',
      'life',
    ],
  },
)
