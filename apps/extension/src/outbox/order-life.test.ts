import type { FoundOrder } from '@orderwright/client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpen, nextLife, type OrderEvent, type OrderLife } from './order-life.ts'

const status: FoundOrder = {
  kind: 'found',
  orderId: '7',
  state: 'completed',
  rawStatus: 'Completed',
  isFinal: true,
  startCount: 1,
  currentCount: 2,
  wantedCount: 1,
  remains: 0,
  progress: 1,
  charge: '1',
  refund: undefined,
  currency: undefined,
}

const intent: OrderLife = { kind: 'intent' }
const sending: OrderLife = { kind: 'sending' }
const accepted: OrderLife = { kind: 'accepted', orderId: '7', messages: [], status: undefined }
const rejected: OrderLife = { kind: 'rejected', messages: [{ id: '32', text: 'No such service.' }] }
const notSent: OrderLife = { kind: 'not_sent', reason: { code: 'interrupted' } }
const unknown: OrderLife = { kind: 'unknown', reason: 'No answer.', search: undefined }
const closed: OrderLife = { kind: 'closed' }
const lives = { intent, sending, accepted, rejected, notSent, unknown, closed }

const search = { at: '2026-11-22T10:00:00.000Z', candidates: [] }
const cancel = { at: search.at, ending: { kind: 'accepted', orderId: '7' } } as const
const events = {
  sending: { kind: 'sending' },
  heldBack: { kind: 'held_back', reason: { code: 'balance_too_low', balance: '1' } },
  accepted: {
    kind: 'ended',
    ending: { kind: 'accepted', orderId: '7', startCount: undefined, messages: [] },
  },
  rejected: {
    kind: 'ended',
    ending: { kind: 'rejected', messages: [{ id: '32', text: 'No such service.' }], httpStatus: 200 },
  },
  notSent: { kind: 'ended', ending: { kind: 'not_sent', reason: 'Refused.' } },
  unknown: { kind: 'ended', ending: { kind: 'unknown', reason: 'No answer.', httpStatus: undefined } },
  workerLost: { kind: 'worker_lost' },
  searched: { kind: 'searched', search },
  adopted: { kind: 'adopted', orderId: '7' },
  closed: { kind: 'closed' },
  tracked: { kind: 'tracked', status },
  canceled: { kind: 'tracked', status: { ...status, state: 'canceled', charge: '0' } },
  cancelAsked: { kind: 'cancel_asked', cancel },
} as const satisfies Record<string, OrderEvent>

type LifeName = keyof typeof lives
type EventName = keyof typeof events

const changes: readonly (readonly [LifeName, EventName, OrderLife])[] = [
  ['intent', 'sending', sending],
  ['intent', 'heldBack', { kind: 'not_sent', reason: { code: 'balance_too_low', balance: '1' } }],
  ['intent', 'workerLost', notSent],
  ['sending', 'accepted', accepted],
  ['sending', 'rejected', rejected],
  ['sending', 'notSent', { kind: 'not_sent', reason: { code: 'failed', sentence: 'Refused.' } }],
  ['sending', 'unknown', unknown],
  [
    'sending',
    'workerLost',
    {
      kind: 'unknown',
      reason: 'The browser ended the extension’s worker while it waited.',
      search: undefined,
    },
  ],
  ['unknown', 'searched', { kind: 'unknown', reason: 'No answer.', search }],
  ['unknown', 'adopted', accepted],
  ['unknown', 'closed', closed],
  ['accepted', 'tracked', { ...accepted, charge: '1', status }],
  // What is left of the charge after a refund is not taken for the charge.
  ['accepted', 'canceled', { ...accepted, status: { ...status, state: 'canceled', charge: '0' } }],
  ['accepted', 'cancelAsked', { ...accepted, followUps: { cancel } }],
]

describe('the life of an order', () => {
  test.each(changes)('%s, then %s', (life, event, next) =>
    expect(nextLife(lives[life], events[event])).toStrictEqual(next),
  )

  const names = (record: object): string[] => Object.keys(record)
  const others = names(lives).flatMap(life =>
    names(events)
      .filter(event => !changes.some(([from, by]) => from === life && by === event))
      .map(event => [life, event]),
  )
  test.each(others)('%s does not heed %s', (life, event) => {
    const before = new Map(Object.entries(lives)).get(life ?? '') ?? intent
    const by = new Map<string, OrderEvent>(Object.entries(events)).get(event ?? '') ?? events.closed
    expect(nextLife(before, by)).toBe(before)
  })

  test('whatever happens in whatever order, it is sent once, and an end stays', () => {
    const anyEvent = fc.constantFrom<OrderEvent>(...Object.values(events))
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), list => {
        const walked: OrderLife[] = [intent]
        for (const event of list) walked.push(nextLife(walked.at(-1) ?? intent, event))
        const sendings = walked.filter(
          (life, n) => life.kind === 'sending' && walked[n - 1]?.kind !== 'sending',
        )
        expect(sendings.length).toBeLessThanOrEqual(1)
        const end = walked.findIndex(life => ['rejected', 'not_sent', 'closed'].includes(life.kind))
        if (end >= 0) expect(new Set(walked.slice(end)).size).toBe(1)
      }),
    )
  })
})

test.each([
  ['accepted and never asked about', accepted, true],
  ['in progress', nextLife(accepted, { kind: 'tracked', status: { ...status, isFinal: false } }), true],
  ['final', nextLife(accepted, events.tracked), false],
  ['unknown', unknown, false],
  ['rejected', rejected, false],
] as const)('an order that is %s is open: %s', (_, life, open) => expect(isOpen(life)).toBe(open))
