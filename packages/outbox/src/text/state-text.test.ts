import { expect, test } from 'vitest'
import { sampleListed, sampleRecord, sampleStates, sampleStatus } from '../../test/samples.ts'
import type { OrderState } from '../record/record-schema.ts'
import { describeState } from './state-text.ts'

const { unknown } = sampleStates
const seen = (change: object): OrderState => ({
  ...sampleStates.open,
  status: { ...sampleStatus, ...change },
})
const maybe = 'It was sent and no readable answer came, so it may have been placed'

test.each<readonly [OrderState, string]>([
  [sampleStates.draft, 'Not ordered yet: review it, then confirm.'],
  [sampleStates.queued, 'Confirmed and waiting for its turn; nothing has been sent yet.'],
  [sampleStates.submitting, 'Being sent at this moment: wait for the answer, and do not order it again.'],
  [sampleStates.accepted, 'Placed as order 77; there is nothing to do.'],
  [
    sampleStates.rejected,
    'The upstream refused it (“Service does not exist.”), so nothing was charged: correct it and order again.',
  ],
  [
    { name: 'rejected', messages: [], httpStatus: 403 },
    'The upstream refused it without saying why (HTTP 403), so nothing was charged: correct it and order again.',
  ],
  [sampleStates.not_sent, 'Not sent, so nothing was charged and you may send it again: No connection.'],
  [
    { name: 'not_sent', reason: { code: 'interrupted' } },
    'Not sent, because it was interrupted before: nothing was charged, and you may send it again.',
  ],
  [
    sampleStates.not_placed,
    'Not placed: your orders at the upstream do not have it, so you may send it again.',
  ],
  [{ name: 'not_placed', by: 'person' }, 'Not placed, as you have found out: you may send it again.'],
  [
    unknown,
    `${maybe}: your orders at the upstream are looked through for it, so do not order it again before that is done.`,
  ],
  [
    { ...unknown, reason: { code: 'interrupted' } },
    'It was interrupted while it was being sent, so it may have been placed: your orders at the upstream are looked through for it, so do not order it again before that is done.',
  ],
  [
    { ...unknown, lastLookedUpAt: 1 },
    `${maybe}: your orders at the upstream do not have it so far and are looked through once more, so do not order it again before that is done.`,
  ],
  [
    { ...unknown, lastLookedUpAt: 1, readInPart: 5000 },
    `${maybe}: the newest 5000 of your orders at the upstream do not have it, and the others could not all be read; look for it there, then say here whether it is there, and do not order it again before.`,
  ],
  [
    { ...unknown, candidates: [sampleListed] },
    `${maybe}: say whether it is the one order of yours at the upstream that looks like it.`,
  ],
  [
    { ...unknown, candidates: [sampleListed, sampleListed] },
    `${maybe}: choose which of 2 similar orders of yours it is, or say that it is none.`,
  ],
  [sampleStates.open, 'Order 77 is being delivered, 45 % so far.'],
  [seen({ progress: undefined, remains: undefined }), 'Order 77 is being delivered.'],
  [seen({ progress: undefined }), 'Order 77 is being delivered, 45 % so far.'],
  [seen({ state: 'pending' }), 'Order 77 has been placed and waits to start.'],
  [sampleStates.closed, 'Order 77 is completed.'],
  [
    seen({ state: 'partial', remains: 200, refund: '0.5', currency: 'USD' }),
    'Order 77 ended in part, with 200 of 1000 not delivered; 0.5 USD was given back.',
  ],
  [
    seen({ state: 'partial', remains: 200, charge: '2' }),
    'Order 77 ended in part, with 200 of 1000 not delivered; 0.5 was given back.',
  ],
  [seen({ state: 'canceled', charge: '0' }), 'Order 77 was canceled by the upstream; 2.5 was given back.'],
  [seen({ state: 'canceled' }), 'Order 77 was canceled by the upstream.'],
  [seen({ state: 'refunded', refund: '2.5' }), 'Order 77 was refunded by the upstream; 2.5 was given back.'],
  [
    seen({ state: 'stopped', remains: undefined, progress: undefined }),
    'Order 77 was stopped by the upstream; ask its support.',
  ],
  [
    seen({ state: 'error', rawStatus: 'Video is private' }),
    'Order 77 has a problem at the upstream (“Video is private”); ask its support.',
  ],
  [
    seen({ state: 'unknown', rawStatus: 'Queued' }),
    'Order 77 has been placed, and the upstream calls its state “Queued”.',
  ],
])('%j is said in one sentence', (state, sentence) => {
  expect(describeState(sampleRecord(state))).toBe(sentence)
})

test('the person is asked to look where the upstream lists nothing', () => {
  expect(describeState(sampleRecord(unknown, { canListOrders: false }))).toBe(
    `${maybe}: look for it at the upstream, then say here whether it is there, and do not order it again before.`,
  )
})

test('a screen names the upstream and writes amounts in its own way', () => {
  const words = { upstream: 'a panel', money: (amount: string) => `$${amount}` }
  expect(describeState(sampleRecord(sampleStates.rejected), words)).toContain('A panel refused it')
  expect(describeState(sampleRecord(seen({ state: 'canceled', charge: '0' })), words)).toBe(
    'Order 77 was canceled by a panel; $2.5 was given back.',
  )
})
