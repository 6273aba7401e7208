import { expect, test } from 'vitest'
import { foundOrder, orderRecord, recordedAt, trackedRecord, unknownRecord } from '../../test/order-record.ts'
import { isLookUpDue } from './look-up-target.ts'
import { chooseDue } from './poll-target.ts'
import { pollTargetsOf } from './poll-targets.ts'

const later = '2026-11-22T13:00:00.000Z'
const hour = 3_600_000
const now = recordedAt + 48 * hour
const none = { orders: [], refills: [], lookUps: [] }
const order = { key: 'record', recordId: 'record', id: '7', changedAt: recordedAt }

test.each([
  ['an order that was just placed', orderRecord({ name: 'accepted', orderId: '7' })],
  ['an order that is being delivered', trackedRecord()],
])('%s is polled from its last change on', (_, record) => {
  expect(pollTargetsOf([{ record }], now)).toStrictEqual({ ...none, orders: [order] })
})

test('who has asked for a cancel waits for it, from then on', () => {
  const cancel = { at: later, outcome: { kind: 'accepted' as const, orderId: '7' } }
  expect(pollTargetsOf([{ record: trackedRecord(), actions: { cancel } }], now).orders).toStrictEqual([
    { ...order, changedAt: Date.parse(later) },
  ])
})

test('an open refill is polled, even if its order is over', () => {
  const record = trackedRecord({ state: 'completed', isFinal: true })
  const refill = { at: later, outcome: { kind: 'accepted' as const, orderId: '7', refillId: '3' } }
  expect(pollTargetsOf([{ record, actions: { refill } }], now)).toStrictEqual({
    ...none,
    refills: [{ key: 'refill record', recordId: 'record', id: '3', changedAt: Date.parse(later) }],
  })
})

test.each([
  ['is over', trackedRecord({ state: 'completed', isFinal: true })],
  ['was refused', orderRecord({ name: 'rejected', messages: [], httpStatus: 200 })],
  ['was not sent', orderRecord({ name: 'not_sent', reason: { code: 'interrupted' } })],
  ['is being sent', orderRecord({ name: 'submitting' })],
  [
    'turned out not to be placed at an upstream without a list',
    orderRecord({ name: 'not_placed', by: 'person' }, { canListOrders: false }),
  ],
])('nothing is asked about an order that %s', (_, record) => {
  expect(pollTargetsOf([{ record }], now)).toStrictEqual(none)
})

test('an order in doubt is looked for among the upstream’s, not before its time', () => {
  expect(pollTargetsOf([{ record: unknownRecord() }], now)).toStrictEqual({
    ...none,
    lookUps: [{ key: 'look-up record', recordId: 'record', notBefore: recordedAt }],
  })
})

test('what counts as not placed is looked for a last time, an hour later', () => {
  const record = orderRecord({ name: 'not_placed', by: 'person' }, { canListOrders: true })
  expect(pollTargetsOf([{ record }], now)).toStrictEqual({
    ...none,
    lookUps: [{ key: 'look-up record', recordId: 'record', notBefore: recordedAt + 3_600_000, isLast: true }],
  })
})

test('where it may be one of several, the person is asked and not the upstream', () => {
  const listed = { ...foundOrder(), serviceId: '7', target: undefined, createdAt: undefined }
  expect(pollTargetsOf([{ record: unknownRecord({ candidates: [listed] }) }], now)).toStrictEqual(none)
})

test.each([
  ['once by itself', undefined, recordedAt],
  ['and again for a person who looks', '20', undefined],
])('where the upstream lists nothing, the balance is read %s', (_, balanceAfter, notBefore) => {
  const record = unknownRecord({ balanceAfter }, { canListOrders: false })
  expect(pollTargetsOf([{ record }], now).lookUps).toStrictEqual([
    { key: 'look-up record', recordId: 'record', notBefore },
  ])
})

test('what is dated later than now is polled as if it had been quiet for some hours', () => {
  const back = recordedAt - 365 * 24 * hour
  const cancel = { at: later, outcome: { kind: 'accepted' as const, orderId: '7' } }
  const refill = { at: later, outcome: { kind: 'accepted' as const, orderId: '7', refillId: '3' } }
  const { orders, refills } = pollTargetsOf([{ record: trackedRecord(), actions: { cancel, refill } }], back)
  expect([orders, refills].map(([one]) => one?.changedAt)).toStrictEqual([back - 6 * hour, back - 6 * hour])
  expect(chooseDue(orders, {}, back, 100)).toStrictEqual(orders)
  expect(chooseDue(orders, { record: back - hour }, back, 100)).toStrictEqual(orders)
})

test('a doubt that is dated later than now waits for no time, and a last look is taken once', () => {
  const back = recordedAt - 365 * 24 * hour
  const unlisted = { ...unknownRecord({}, { canListOrders: false }), id: 'unlisted' }
  const notPlaced = {
    ...orderRecord({ name: 'not_placed', by: 'person' }, { canListOrders: true }),
    id: 'last',
  }
  const records = [unknownRecord(), unlisted, notPlaced]
  const { lookUps } = pollTargetsOf(
    records.map(record => ({ record })),
    back,
  )
  expect(lookUps.map(lookUp => isLookUpDue(lookUp, {}, back))).toStrictEqual([true, true, true])
  const asked = { 'look-up record': back, 'look-up unlisted': back, 'look-up last': back }
  const again = pollTargetsOf(
    records.map(record => ({ record })),
    back + hour,
  ).lookUps
  expect(again.map(lookUp => isLookUpDue(lookUp, asked, back + hour))).toStrictEqual([true, true, false])
})
