import { type Effect, type OrderRecord, type Topic, transition } from '@orderwright/outbox'
import { describe, expect, test } from 'vitest'
import { foundOrder, orderRecord, trackedRecord, unknownRecord } from '../../test/order-record.ts'
import { notificationsOf } from './notification.ts'

const notify = (...topics: readonly Topic[]): readonly Effect[] =>
  topics.map(topic => ({ kind: 'notify', topic }))

const said = (record: OrderRecord, ...topics: readonly Topic[]): readonly string[] =>
  notificationsOf({ record, effects: notify(...topics) }, 'Panel').map(
    ({ kind, title, message }) => `${kind} | ${title} | ${message}`,
  )

describe('a person reads in one sentence', () => {
  test.each([
    [
      'completed',
      trackedRecord({ state: 'completed', isFinal: true }),
      'completed | Order completed | Views · Cedar: Order 7 is completed.',
    ],
    [
      'partial',
      trackedRecord({ state: 'partial', remains: 250, charge: '3', isFinal: true }),
      'partial | Order delivered in part | Views · Cedar: Order 7 ended in part, with 250 of 1000 not delivered; $1.00 was given back.',
    ],
    [
      'refunded',
      trackedRecord({ state: 'refunded', refund: '4', isFinal: true }),
      'refund | Money given back | Views · Cedar: Order 7 was refunded by Panel; $4.00 was given back.',
    ],
    [
      'charged_differently',
      trackedRecord({ charge: '5' }),
      'charge | Charged differently | Views · Cedar: Order 7 was charged $5.00, $1.00 more than the $4.00 that you agreed to.',
    ],
    [
      'unknown',
      unknownRecord({}, { canListOrders: false }),
      'doubt | Order in doubt | Views · Cedar: It was sent and no readable answer came, so it may have been placed: look for it at Panel, then say here whether it is there, and do not order it again before.',
    ],
    [
      'not_sent',
      orderRecord({ name: 'not_sent', reason: { code: 'interrupted' } }),
      'error | Order not sent | Views · Cedar: Not sent, because it was interrupted before: nothing was charged, and you may send it again.',
    ],
  ] as const)('%s', (topic, record, sentence) => {
    expect(said(record, topic)).toStrictEqual([sentence])
  })
})

test('an order that was placed as it should be is not notified of, nor is what is left to do', () => {
  const record = orderRecord({ name: 'accepted', orderId: '7' })
  expect(
    notificationsOf({ record, effects: [{ kind: 'track' }, ...notify('placed')] }, 'Panel'),
  ).toStrictEqual([])
})

test('what a status brings by the rules of life is told by its topics', () => {
  const status = foundOrder({ state: 'canceled', charge: '0', isFinal: true })
  const step = transition(trackedRecord(), { kind: 'status_seen', status }, 0)
  if (!step.ok) throw new Error(step.rejection.code)
  expect(notificationsOf(step, 'Panel').map(({ event }) => event)).toStrictEqual(['record canceled '])
})

test('a second refund is another event, the same one is not', () => {
  const event = (refund: string): unknown =>
    notificationsOf(
      { record: trackedRecord({ state: 'refunded', refund }), effects: notify('refunded') },
      'Panel',
    )[0]?.event
  expect(event('1')).toBe(event('1'))
  expect(event('1')).not.toBe(event('2'))
})

test.each([
  ['<b>Views</b>\n now', '<b>Views</b> now'],
  ['  Cedar\u0000\u202Etxt  ', 'Cedar txt'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['x'.repeat(61), `${'x'.repeat(59)}…`],
])('the name %j of a service is told as %j', (serviceName, name) => {
  const record = trackedRecord({ state: 'completed' })
  const named = { ...record, confirmed: { ...record.confirmed, serviceName } }
  expect(said(named, 'completed')).toStrictEqual([
    `completed | Order completed | ${name}: Order 7 is completed.`,
  ])
})
