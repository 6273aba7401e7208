import type { ListedOrder } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import { minuteMs, sampleListed, sampleOrder, sampleRecord, sampleStates, start } from '../../test/samples.ts'
import { matchListedOrders } from './match-listed-orders.ts'

const record = sampleRecord(sampleStates.unknown)
const hourMs = 60 * minuteMs
const at = (ms: number): string => new Date(start + ms).toISOString()
const listed = (change: Partial<ListedOrder>): ListedOrder => ({ ...sampleListed, ...change })

describe('an unknown order', () => {
  test.each([
    ['listed as it was ordered', {}],
    ['listed by its whole link', { target: sampleOrder.target }],
    ['listed without its target', { target: undefined }],
    ['listed with a blank target', { target: '' }],
    ['listed as far ahead as clocks may differ', { createdAt: at(10 * minuteMs) }],
    ['listed as far behind as clocks may differ', { createdAt: at(-10 * minuteMs) }],
  ])('is found where it is %s', (_, change) => {
    const order = listed(change)
    expect(matchListedOrders(record, [order], { others: [] })).toEqual({ kind: 'found', order })
  })

  test.each([
    ['its time is just too far ahead', { createdAt: at(10 * minuteMs + 1) }],
    ['its time is just too far behind', { createdAt: at(-10 * minuteMs - 1) }],
    ['its time is that of another zone', { createdAt: at(-8 * hourMs) }],
    ['its time is months ago', { createdAt: at(-100 * 24 * hourMs) }],
    ['its time is not shown', { createdAt: undefined }],
    ['its service is not shown', { serviceId: undefined }],
    ['its quantity is not shown', { wantedCount: undefined }],
    ['its target has another form', { target: 'Some channel' }],
  ])('is for the person to find where %s', (_, change) => {
    const order = listed(change)
    expect(matchListedOrders(record, [order], { others: [] })).toEqual({
      kind: 'ambiguous',
      candidates: [order],
    })
  })

  test.each([
    ['of another service', { serviceId: '4' }],
    ['of another quantity', { wantedCount: 2000 }],
    ['for another video', { target: 'jofNR_WkoCf' }],
  ])('is none %s', (_, change) => {
    expect(matchListedOrders(record, [listed(change)], { others: [] })).toEqual({
      kind: 'absent',
      settlesAt: start + 25_000 + 5 * minuteMs,
    })
  })

  test('is not proven to be none by a listing that was read in part', () => {
    const others = { others: [], isWhole: false }
    expect(matchListedOrders(record, [listed({ serviceId: '4' })], others)).toEqual({
      kind: 'incomplete',
      read: 1,
    })
  })

  test.each([
    ['not found where what was read ends within its time', at(-10 * minuteMs), 'ambiguous'],
    ['found where what was read goes further back', at(-10 * minuteMs - 1), 'found'],
    ['not found where nobody knows how far back that is', undefined, 'ambiguous'],
  ])('is %s', (_, createdAt, kind) => {
    const last = listed({ orderId: '76', serviceId: '4', createdAt })
    expect(matchListedOrders(record, [sampleListed, last], { others: [], isWhole: false }).kind).toBe(kind)
  })

  test('is none that another record has', () => {
    const other = sampleRecord(sampleStates.accepted, { id: 'other' })
    const result = matchListedOrders(record, [sampleListed], { others: [other], settleMs: 1000 })
    expect(result).toEqual({ kind: 'absent', settlesAt: start + 26_000 })
  })

  test('is for the person to find among several of its time, the nearest first, 20 at most', () => {
    const orders = Array.from({ length: 30 }, (_, index) =>
      listed({ orderId: String(index), createdAt: at((30 - index) * 1000) }),
    )
    const result = matchListedOrders(record, [listed({ createdAt: undefined }), ...orders], { others: [] })
    expect(result.kind === 'ambiguous' && result.candidates.map(({ orderId }) => orderId)).toEqual(
      orders
        .map(({ orderId }) => orderId)
        .slice(10)
        .reverse(),
    )
  })

  test('is found beside one that only its time speaks against', () => {
    const far = listed({ orderId: '60', createdAt: at(-24 * hourMs) })
    expect(matchListedOrders(record, [sampleListed, far], { others: [] })).toMatchObject({ kind: 'found' })
  })

  test('is for the person to find where another unknown order may be the one that is listed', () => {
    const blank = listed({ target: undefined })
    const otherVideo = { ...sampleOrder, target: 'https://www.youtube.com/watch?v=bbbbbbbbbbb' }
    const rival = sampleRecord(sampleStates.unknown, { id: 'rival', order: otherVideo })
    expect(matchListedOrders(record, [blank], { others: [rival] })).toMatchObject({ kind: 'ambiguous' })
    expect(matchListedOrders(record, [sampleListed], { others: [rival] })).toMatchObject({ kind: 'found' })
    // When its request left is not known to the minute: the machine may have slept in between.
    const longAgo = { ...rival, sentAt: start - hourMs }
    expect(matchListedOrders(record, [blank], { others: [longAgo] })).toMatchObject({ kind: 'ambiguous' })
  })
})

describe("orders that both sides know show how the upstream's clock goes", () => {
  const offset = -8 * hourMs
  const known = [1, 2, 3].map(index =>
    sampleRecord(
      { name: 'accepted', orderId: `k${index}` },
      { id: `k${index}`, sentAt: start - index * hourMs },
    ),
  )
  const knownListed = known.map(({ id, sentAt = 0 }) =>
    listed({ orderId: id, createdAt: new Date(sentAt + offset + 1500).toISOString() }),
  )

  test('so that one of another zone is found', () => {
    const order = listed({ createdAt: at(offset + 2000) })
    const result = matchListedOrders(record, [order, ...knownListed], { others: known })
    expect(result).toEqual({ kind: 'found', order })
  })

  test('and one that only seems to be of its time is not taken for it', () => {
    const result = matchListedOrders(record, [sampleListed, ...knownListed], { others: known })
    expect(result).toEqual({ kind: 'ambiguous', candidates: [sampleListed] })
  })

  test('whatever one of them says', () => {
    const odd = knownListed.map((order, index) => (index === 0 ? listed({ orderId: order.orderId }) : order))
    const order = listed({ createdAt: at(offset + 2000) })
    expect(matchListedOrders(record, [order, ...odd], { others: known })).toEqual({ kind: 'found', order })
  })
})
