import { expect, test } from 'vitest'
import { foundOrder, orderRecord, trackedRecord, unknownRecord } from '../../test/order-record.ts'
import { badgeCounts, changeNames, countsOnBadge } from './unseen-changes.ts'

const listed = { ...foundOrder(), serviceId: '7', target: undefined, createdAt: undefined }

test.each([
  ['one that was just placed', orderRecord({ name: 'accepted', orderId: '7' }), []],
  ['one that is being delivered', trackedRecord(), []],
  ['a completed one', trackedRecord({ state: 'completed', isFinal: true }), []],
  ['one that was delivered in part', trackedRecord({ state: 'partial', charge: '4' }), ['partial']],
  [
    'a canceled one, its charge fallen to nothing',
    trackedRecord({ state: 'canceled', charge: '0' }),
    ['canceled', 'refund 4'],
  ],
  ['a refunded one', trackedRecord({ state: 'refunded', refund: '4' }), ['refunded', 'refund 4']],
  ['one that names a refund of nothing', trackedRecord({ state: 'completed', refund: '0.00' }), []],
  ['a stopped one', trackedRecord({ state: 'stopped' }), ['stopped']],
  ['one in trouble', trackedRecord({ state: 'error' }), ['error']],
  ['one that was charged differently', trackedRecord({ charge: '4.5' }), ['charge 4.5']],
  ['one whose charge is rounded', trackedRecord({ charge: '4.00' }), []],
  ['a refused one', orderRecord({ name: 'rejected', messages: [], httpStatus: 200 }), ['rejected']],
  ['one that was not sent', orderRecord({ name: 'not_sent', reason: { code: 'interrupted' } }), ['not_sent']],
  [
    'one that was looked for and is not there',
    orderRecord({ name: 'not_placed', by: 'look_up' }),
    ['not_placed'],
  ],
  ['one that the person says is not there', orderRecord({ name: 'not_placed', by: 'person' }), []],
] as const)('%s', (_, record, changes) => {
  expect(changeNames(record)).toStrictEqual(changes)
  expect(countsOnBadge(record, [])).toBe(changes.length > 0)
  expect(countsOnBadge(record, changes)).toBe(false)
})

test.each([
  ['whose upstream lists nothing', unknownRecord({}, { canListOrders: false }), true],
  ['that may be one of several', unknownRecord({ candidates: [listed] }), true],
  ['that is being looked for', unknownRecord(), false],
])('an order in doubt %s', (_, record, isForPerson) => {
  expect(countsOnBadge(record, [])).toBe(isForPerson)
  expect(countsOnBadge(record, changeNames(record))).toBe(isForPerson)
})

test('what is seen of one state is not seen of the next', () => {
  const seen = changeNames(trackedRecord({ state: 'stopped' }))
  expect(countsOnBadge(trackedRecord({ state: 'partial', charge: '4' }), seen)).toBe(true)
  const refunded = changeNames(trackedRecord({ state: 'refunded', refund: '1' }))
  expect(countsOnBadge(trackedRecord({ state: 'refunded', refund: '2' }), refunded)).toBe(true)
})

test('each account has its own count, of what was not seen', () => {
  const stopped = trackedRecord({ state: 'stopped' })
  const entries = [
    { record: { ...stopped, id: '1' } },
    { record: { ...stopped, id: '2' } },
    { record: { ...stopped, id: '3', accountId: 'other' } },
    { record: { ...trackedRecord(), id: '4', accountId: 'third' } },
  ]
  expect([...badgeCounts(entries, {})]).toStrictEqual([
    ['account', 2],
    ['other', 1],
  ])
  expect([...badgeCounts(entries, { 2: ['stopped'], 3: ['stopped'] })]).toStrictEqual([['account', 1]])
})

test('an order of a file may be called what every object has by birth', () => {
  const entries = [{ record: { ...trackedRecord({ state: 'stopped' }), id: 'toString' } }]
  expect([...badgeCounts(entries, {})]).toStrictEqual([['account', 1]])
})
