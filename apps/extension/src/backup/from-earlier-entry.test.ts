import type { OrderState } from '@orderwright/outbox'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  type EarlierLifeName,
  earlierFollowUps,
  earlierLives,
  earlierRow,
  earlierStatus,
} from '../../test/earlier-rows.ts'
import type { OrderEntry } from '../orders/history/order-entry.ts'
import { orderEntrySchema } from '../orders/history/order-entry-schema.ts'
import { earlierEntrySchema } from './earlier-entry.ts'
import { fromEarlierEntry } from './from-earlier-entry.ts'

const now = Date.UTC(2026, 10, 22)
const createdAt = Date.UTC(2026, 10, 20, 10)

function upgraded(change: object): OrderEntry {
  const row = v.parse(earlierEntrySchema, { ...earlierRow, ...change })
  return fromEarlierEntry(row, { now, canListOrders: id => id === 'account-1' })
}

const status = { ...earlierStatus, refund: undefined }
const unknown = {
  state: 'unknown',
  since: now,
  lookAgainAt: now,
  lastLookedUpAt: undefined,
  candidates: [],
  balanceAfter: undefined,
} as const
const held = (text: string): OrderState => ({ state: 'not_sent', reason: { code: 'no_connection', text } })

describe('an order of an earlier version', () => {
  test.each<[EarlierLifeName, OrderState, sentAt: number | undefined]>([
    ['intent', { state: 'intent' }, undefined],
    ['sending', { state: 'sending' }, createdAt],
    ['closed', { state: 'not_placed', by: 'person' }, createdAt],
    ['accepted', { state: 'accepted', orderId: '123456' }, createdAt],
    ['tracked', { state: 'tracked', orderId: '123456', status }, createdAt],
    [
      'final',
      {
        state: 'final',
        orderId: '123456',
        status: { ...status, state: 'completed', rawStatus: 'Completed', isFinal: true },
      },
      createdAt,
    ],
    [
      'rejected',
      { state: 'rejected', messages: [{ id: '32', text: 'Service does not exist.' }], httpStatus: 200 },
      createdAt,
    ],
    ['priceChanged', held('The price had changed from $2.75 to $3.00.'), undefined],
    ['balanceTooLow', held('The balance of $1.00 did not cover $2.75.'), undefined],
    ['interrupted', { state: 'not_sent', reason: { code: 'interrupted' } }, undefined],
    ['failed', held('It could not be reached.'), createdAt],
    [
      'unknown',
      { ...unknown, reason: { code: 'no_answer', text: 'The connection broke.', httpStatus: undefined } },
      createdAt,
    ],
    ['workerLost', { ...unknown, reason: { code: 'interrupted' } }, createdAt],
  ])('that was %s says no more and no less', (name, life, sentAt) => {
    const { record } = upgraded({ life: earlierLives[name] })
    expect([record.life, record.sentAt]).toStrictEqual([life, sentAt])
  })

  test('keeps what it was for, what it cost and what was asked for', () => {
    const entry = upgraded({ life: earlierLives.tracked })
    expect(entry).toStrictEqual({
      record: {
        id: earlierRow.token,
        accountId: 'account-1',
        order: earlierRow.order,
        confirmed: {
          total: '2.75',
          quantity: '1000',
          delivers: '1000',
          isChargedLater: false,
          currency: 'USD',
          serviceName: 'Views · Cedar, by drip',
          targetTitle: 'A walk along the river',
          balanceBefore: undefined,
        },
        canListOrders: true,
        createdAt,
        retryOf: undefined,
        attempt: 1,
        sentAt: createdAt,
        placedAt: createdAt,
        wholeCharge: '2.75',
        life: { state: 'tracked', orderId: '123456', status },
        history: [{ at: now, event: 'upgraded', state: 'tracked', detail: undefined }],
      },
      followUps: earlierFollowUps,
    })
  })

  test.each([
    ['pieces of several runs', { extent: { kind: 'count', total: '5000' } }, ['1000', '5000', false]],
    [
      'a package',
      { extent: { kind: 'package' }, order: { ...earlierRow.order, quantity: undefined } },
      ['1', null, false],
    ],
    [
      'a subscription',
      { extent: { kind: 'later' }, order: { ...earlierRow.order, quantity: undefined } },
      ['1', null, true],
    ],
    [
      'counted lines',
      { extent: { kind: 'count', total: '12' }, order: { ...earlierRow.order, quantity: undefined } },
      ['12', '12', false],
    ],
    ['what was ordered before entries told', { extent: undefined }, ['1000', '1000', false]],
  ])('tells of %s', (_, change, [quantity, delivers, isChargedLater]) => {
    const { extent, ...rest } = { ...earlierRow, ...change }
    const row = extent === undefined ? rest : { ...rest, extent }
    const { confirmed } = fromEarlierEntry(v.parse(earlierEntrySchema, row), {
      now,
      canListOrders: () => false,
    }).record
    expect([confirmed.quantity, confirmed.delivers, confirmed.isChargedLater]).toStrictEqual([
      quantity,
      delivers,
      isChargedLater,
    ])
  })

  test('leaves out what was not known', () => {
    const { confirmed, canListOrders } = upgraded({ currency: '', title: '', accountId: 'another' }).record
    expect([confirmed.currency, confirmed.targetTitle, canListOrders]).toStrictEqual([
      undefined,
      undefined,
      false,
    ])
  })

  test.each(Object.keys(earlierLives))('that was %s can be exported', name => {
    const life = Object.entries(earlierLives).find(([known]) => known === name)?.[1]
    const entry = upgraded({ life })
    expect(v.parse(orderEntrySchema, JSON.parse(JSON.stringify(entry)))).toStrictEqual(entry)
  })
})
