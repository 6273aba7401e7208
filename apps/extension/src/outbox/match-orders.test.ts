import type { ListedOrder } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { isTooOld, matchOrders } from './match-orders.ts'
import type { OrderEntry } from './order-entry.ts'

const entry: OrderEntry = {
  token: 't',
  accountId: 'a',
  createdAt: '2026-11-22T12:00:00.000Z',
  serviceName: 'Sample',
  title: '',
  order: {
    serviceId: '7',
    target: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
    quantity: '1000',
    drip: false,
    params: {},
  },
  quoted: '2.5',
  currency: 'USD',
  life: { kind: 'unknown', reason: 'No answer.', search: undefined },
}

const listed: ListedOrder = {
  kind: 'found',
  orderId: '100',
  state: 'in_progress',
  rawStatus: 'In Progress',
  isFinal: false,
  startCount: 5,
  currentCount: 5,
  wantedCount: 1000,
  remains: 1000,
  progress: 0,
  charge: '2.5',
  refund: undefined,
  currency: undefined,
  serviceId: '7',
  target: 'jofNR_WkoCE',
  createdAt: '2026-11-22T12:00:02.000Z',
}

const none: ReadonlySet<string> = new Set()
const ids = (orders: readonly ListedOrder[]): readonly string[] => orders.map(order => order.orderId)

describe('an unknown order among listed ones', () => {
  test.each([
    ['the same in all', {}],
    ['listed by its link', { target: 'https://youtu.be/jofNR_WkoCE' }],
    ['listed without a target', { target: undefined }],
    ['listed without a time', { createdAt: undefined }],
    ['listed a quarter of an hour away', { createdAt: '2026-11-22T12:15:00.000Z' }],
  ])('is found where it is %s', (_, change) => {
    const order = { ...listed, ...change }
    expect(matchOrders(entry, [order], none)).toStrictEqual({ certain: order, possible: [order] })
  })

  test.each([
    ['another service', { serviceId: '8' }],
    ['another quantity', { wantedCount: 2000 }],
    ['another video', { target: 'aaaaaaaaaaa' }],
    ['two days before', { createdAt: '2026-11-20T12:00:00.000Z' }],
  ])('is not %s', (_, change) =>
    expect(matchOrders(entry, [{ ...listed, ...change }], none)).toStrictEqual({
      certain: undefined,
      possible: [],
    }),
  )

  test('is no order that is known already', () =>
    expect(matchOrders(entry, [listed], new Set(['100'])).possible).toStrictEqual([]))

  test('is possible, not certain, hours away: the upstream names no zone', () => {
    const order = { ...listed, createdAt: '2026-11-22T05:00:00.000Z' }
    expect(matchOrders(entry, [order], none)).toStrictEqual({ certain: undefined, possible: [order] })
  })

  test('is not certain where two orders fit', () => {
    const { certain, possible } = matchOrders(entry, [listed, { ...listed, orderId: '101' }], none)
    expect([certain, ids(possible)]).toStrictEqual([undefined, ['100', '101']])
  })

  test('a channel is known by the name that the upstream shortens it to', () => {
    const channel = { ...entry, order: { ...entry.order, target: 'https://www.youtube.com/@handle' } }
    expect(ids(matchOrders(channel, [{ ...listed, target: '@handle' }], none).possible)).toStrictEqual([
      '100',
    ])
  })
})

test.each([
  ['2026-11-21T10:59:59.000Z', true],
  ['2026-11-21T11:00:00.000Z', false],
  [undefined, false],
])('an order listed at %s is too old: %s', (createdAt, tooOld) =>
  expect(isTooOld(entry, { ...listed, createdAt })).toBe(tooOld),
)
