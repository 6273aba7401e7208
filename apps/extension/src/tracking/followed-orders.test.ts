import { expect, test } from 'vitest'
import { foundOrder, orderRecord, recordedAt, trackedRecord, unknownRecord } from '../../test/order-record.ts'
import { followedOrders } from './followed-orders.ts'

const later = '2026-11-22T13:00:00.000Z'
const none = { orders: [], refills: [], lookUps: [] }
const order = { key: 'record', recordId: 'record', id: '7', changedAt: recordedAt }

test.each([
  ['an order that was just placed', orderRecord({ state: 'accepted', orderId: '7' })],
  ['an order that is being delivered', trackedRecord()],
])('%s is followed from its last change', (_, record) => {
  expect(followedOrders([{ record }])).toStrictEqual({ ...none, orders: [order] })
})

test('who has asked for a cancel waits for it, from then on', () => {
  const cancel = { at: later, ending: { kind: 'accepted' as const, orderId: '7' } }
  expect(followedOrders([{ record: trackedRecord(), followUps: { cancel } }]).orders).toStrictEqual([
    { ...order, changedAt: Date.parse(later) },
  ])
})

test('an open refill is followed, also where its order is over', () => {
  const record = trackedRecord({ state: 'completed', isFinal: true })
  const refill = { at: later, ending: { kind: 'accepted' as const, orderId: '7', refillId: '3' } }
  expect(followedOrders([{ record, followUps: { refill } }])).toStrictEqual({
    ...none,
    refills: [{ key: 'refill record', recordId: 'record', id: '3', changedAt: Date.parse(later) }],
  })
})

test.each([
  ['is over', trackedRecord({ state: 'completed', isFinal: true })],
  ['was refused', orderRecord({ state: 'rejected', messages: [], httpStatus: 200 })],
  ['was not sent', orderRecord({ state: 'not_sent', reason: { code: 'interrupted' } })],
  ['is being sent', orderRecord({ state: 'sending' })],
  [
    'turned out not to be placed at an upstream without a list',
    orderRecord({ state: 'not_placed', by: 'person' }, { canListOrders: false }),
  ],
])('nothing is asked about an order that %s', (_, record) => {
  expect(followedOrders([{ record }])).toStrictEqual(none)
})

test('an order in doubt is looked for among the upstream’s, not before its time', () => {
  expect(followedOrders([{ record: unknownRecord() }])).toStrictEqual({
    ...none,
    lookUps: [{ key: 'look-up record', recordId: 'record', notBefore: recordedAt }],
  })
})

test('what counts as not placed is looked for a last time, an hour later', () => {
  const record = orderRecord({ state: 'not_placed', by: 'person' }, { canListOrders: true })
  expect(followedOrders([{ record }])).toStrictEqual({
    ...none,
    lookUps: [{ key: 'look-up record', recordId: 'record', notBefore: recordedAt + 3_600_000, isLast: true }],
  })
})

test('where it may be one of several, the person is asked and not the upstream', () => {
  const listed = { ...foundOrder(), serviceId: '7', target: undefined, createdAt: undefined }
  expect(followedOrders([{ record: unknownRecord({ candidates: [listed] }) }])).toStrictEqual(none)
})

test.each([
  ['once by itself', undefined, recordedAt],
  ['and again for a person who looks', '20', undefined],
])('where the upstream lists nothing, the balance is read %s', (_, balanceAfter, notBefore) => {
  const record = unknownRecord({ balanceAfter }, { canListOrders: false })
  expect(followedOrders([{ record }]).lookUps).toStrictEqual([
    { key: 'look-up record', recordId: 'record', notBefore },
  ])
})
