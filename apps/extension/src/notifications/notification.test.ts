import { type Effect, type OrderRecord, type Topic, transition } from '@orderwright/outbox'
import { describe, expect, test } from 'vitest'
import { foundOrder, orderRecord, trackedRecord, unknownRecord } from '../../test/order-record.ts'
import { describeNotification, notificationsOf } from './notification.ts'
import { messages as texts } from './texts/en.generated.ts'

const notify = (...topics: readonly Topic[]): readonly Effect[] =>
  topics.map(topic => ({ kind: 'notify', topic }))

const described = (record: OrderRecord, ...topics: readonly Topic[]) =>
  notificationsOf({ record, effects: notify(...topics) }).map(one =>
    describeNotification(one, record, 'Panel'),
  )

describe('a person reads what has happened, with its amounts', () => {
  test.each([
    ['completed', trackedRecord({ state: 'completed', isFinal: true }), 'completed', ['7']],
    [
      'partial',
      trackedRecord({ state: 'partial', remains: 250, charge: '3', isFinal: true }),
      'partial',
      ['7', '250', '1,000', '$1.00'],
    ],
    [
      'refunded',
      trackedRecord({ state: 'refunded', refund: '4', isFinal: true }),
      'refund',
      ['7', 'Panel', '$4.00'],
    ],
    ['charged_differently', trackedRecord({ charge: '5' }), 'charge', ['7', '$5.00', '$1.00', '$4.00']],
    ['unknown', unknownRecord({}, { canListOrders: false }), 'doubt', ['Panel']],
    ['not_sent', orderRecord({ name: 'not_sent', reason: { code: 'interrupted' } }), 'error', []],
  ] as const)('%s', (topic, record, kind, facts) => {
    const [one] = described(record, topic)
    expect([one?.kind, one?.title]).toStrictEqual([kind, texts.titles[topic]()])
    for (const fact of ['Views · Cedar: ', ...facts]) expect(one?.message).toContain(fact)
  })
})

test('a notification that waits holds no words', () => {
  const record = trackedRecord({ state: 'completed' })
  expect(notificationsOf({ record, effects: notify('completed') })).toStrictEqual([
    {
      kind: 'completed',
      topic: 'completed',
      event: 'record completed ',
      accountId: 'account',
      recordId: 'record',
    },
  ])
})

test('an order that was placed as it should be is not notified of, nor is what is left to do', () => {
  const record = orderRecord({ name: 'accepted', orderId: '7' })
  expect(notificationsOf({ record, effects: [{ kind: 'track' }, ...notify('placed')] })).toStrictEqual([])
})

test('what a status brings by the rules of states is notified of by its topics', () => {
  const status = foundOrder({ state: 'canceled', charge: '0', isFinal: true })
  const step = transition(trackedRecord(), { kind: 'status_seen', status }, 0)
  if (!step.ok) throw new Error(step.rejection.code)
  expect(notificationsOf(step).map(({ event }) => event)).toStrictEqual(['record canceled '])
})

test('a second refund is another event, the same one is not', () => {
  const event = (refund: string): unknown =>
    notificationsOf({ record: trackedRecord({ state: 'refunded', refund }), effects: notify('refunded') })[0]
      ?.event
  expect(event('1')).toBe(event('1'))
  expect(event('1')).not.toBe(event('2'))
})

test.each([
  ['<b>Views</b>\n now', '<b>Views</b> now'],
  ['  Cedar\u0000\u202Etxt  ', 'Cedar txt'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['x'.repeat(61), `${'x'.repeat(59)}…`],
])('the name %j of a service is shown as %j', (serviceName, name) => {
  const record = trackedRecord({ state: 'completed' })
  const named = { ...record, confirmed: { ...record.confirmed, serviceName } }
  expect(described(named, 'completed')[0]?.message.startsWith(`${name}: `)).toBe(true)
})
