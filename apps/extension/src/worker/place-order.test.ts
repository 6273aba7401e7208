import { mockQqtubeKey } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { answered, setUp } from '../../test/set-up.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { consentItem } from '../storage/consent.ts'
import { orderByToken, ordersOf, storeOrder } from '../storage/orders.ts'
import { handleRequest } from './handle-request.ts'
import { recoverOrders } from './recover-orders.ts'

type SetUp = Awaited<ReturnType<typeof setUp>>

async function place({ request }: Pick<SetUp, 'request'>): Promise<OrderEntry> {
  return answered(await handleRequest({ type: 'place-order', ...request }))
}

const adds = ({ server }: SetUp): number => server.control.journal.list({ action: 'add' }).length

describe('placing an order', () => {
  test('takes it to its number, charged as confirmed', async () => {
    await using it = await setUp()
    const entry = await place(it)
    expect(entry).toMatchObject({ quoted: '2.75', currency: 'USD', serviceName: 'Views · Cedar, by drip' })
    const [order] = it.server.control.orders.list()
    expect(entry.life).toStrictEqual({
      kind: 'accepted',
      orderId: order?.id,
      messages: expect.any(Array),
      status: undefined,
    })
    expect(order?.charged).toBe('2.75')
    expect(await orderByToken(it.request.token)).toStrictEqual(entry)
  })

  test('the same token twice is one order, also at the same time', async () => {
    await using it = await setUp()
    const [one, other] = await Promise.all([place(it), place(it)])
    expect(other).toStrictEqual(one)
    expect(await place(it)).toStrictEqual(one)
    expect(adds(it)).toBe(1)
  })

  test('an intent is stored before the upstream hears of anything', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', when: 'before', action: 'services' })
    const placing = place(it)
    while (held.remaining() > 0) await new Promise(setImmediate)
    expect((await orderByToken(it.request.token))?.life).toStrictEqual({ kind: 'intent' })
    held.release()
    expect((await placing).life.kind).toBe('accepted')
  })

  test('it is on the disk as sending while the upstream takes it', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', action: 'add' })
    const placing = place(it)
    await it.server.control.journal.waitFor({ action: 'add' })
    expect((await orderByToken(it.request.token))?.life).toStrictEqual({ kind: 'sending' })
    held.release()
    await placing
  })

  test('one is sent at a time for an account', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', action: 'add' })
    const first = place(it)
    await it.server.control.journal.waitFor({ action: 'add' })
    const second = place({ request: { ...it.request, token: crypto.randomUUID() } })
    await new Promise(setImmediate)
    expect(await ordersOf(it.account.id)).toHaveLength(1)
    held.release()
    await Promise.all([first, second])
    expect(adds(it)).toBe(2)
  })

  test('is refused without consent, and leaves no entry', async () => {
    await using it = await setUp()
    await consentItem.set(null)
    const answer = await handleRequest({ type: 'place-order', ...it.request })
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining('accept') })
    expect([await ordersOf(it.account.id), adds(it)]).toStrictEqual([[], 0])
  })
})

describe('an order that is held back', () => {
  test('at another price says the new one, and is not sent', async () => {
    await using it = await setUp()
    const entry = await place({ request: { ...it.request, confirmed: '2.7' } })
    expect(entry.life).toStrictEqual({
      kind: 'not_sent',
      reason: { code: 'price_changed', total: '2.75' },
    })
    expect(adds(it)).toBe(0)
  })

  test('above the balance is not sent', async () => {
    await using it = await setUp()
    it.server.control.accounts.setFunds(mockQqtubeKey, '2.74')
    expect((await place(it)).life).toStrictEqual({
      kind: 'not_sent',
      reason: { code: 'balance_too_low', balance: '2.74' },
    })
    expect(adds(it)).toBe(0)
  })

  test.each([
    ['of a service that is gone', { serviceId: '999' }, 'no longer offers'],
    ['that the service does not take any more', { quantity: '1001' }, 'multiple of 500'],
  ])('%s is not sent', async (_, change, words) => {
    await using it = await setUp()
    const entry = await place({ request: { ...it.request, order: { ...it.request.order, ...change } } })
    expect(entry.life).toMatchObject({
      kind: 'not_sent',
      reason: { code: 'failed', sentence: expect.stringContaining(words) },
    })
    expect(adds(it)).toBe(0)
  })

  test('by a server that is down is not sent: that shows while nothing is at stake', async () => {
    await using it = await setUp()
    await it.server.close()
    expect((await place(it)).life).toMatchObject({
      kind: 'not_sent',
      reason: { code: 'failed', sentence: expect.stringContaining('could not be reached') },
    })
  })
})

describe('the three endings', () => {
  test('refused: in the upstream’s own words', async () => {
    await using it = await setUp()
    // The funds go between the check and the order.
    const held = it.server.control.faults.add({ fault: 'held', when: 'before', action: 'add' })
    const placing = place(it)
    while (held.remaining() > 0) await new Promise(setImmediate)
    it.server.control.accounts.setFunds(mockQqtubeKey, '0')
    held.release()
    expect((await placing).life).toMatchObject({ kind: 'rejected', messages: [{ text: expect.any(String) }] })
    expect(it.server.control.orders.list()).toHaveLength(0)
  })

  test.each(['reset', 'close', 'empty', 'html', 'html-502', 'error-500', 'cut-json', 'truncated'] as const)(
    'unknown: %s after the order was taken, and it is never sent again',
    async fault => {
      await using it = await setUp()
      it.server.control.faults.add({ fault, action: 'add' })
      expect((await place(it)).life).toMatchObject({ kind: 'unknown', search: undefined })
      expect((await place(it)).life.kind).toBe('unknown')
      expect(adds(it)).toBe(1)
    },
  )
})

describe('a worker that died', () => {
  test('leaves unknown what it was sending, and not sent what it meant to send', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', action: 'add' })
    const placing = place(it)
    await it.server.control.journal.waitFor({ action: 'add' })
    await recoverOrders()
    expect((await orderByToken(it.request.token))?.life.kind).toBe('sending')
    held.release()
    await placing

    // What a dead worker leaves behind: an entry on its way, and a free lock.
    const entry = await orderByToken(it.request.token)
    if (entry === undefined) throw new Error('the entry is gone')
    await storeOrder({ ...entry, token: 'meant', life: { kind: 'intent' } })
    await storeOrder({ ...entry, token: 'sent', life: { kind: 'sending' } })
    await recoverOrders()
    expect((await orderByToken('meant'))?.life).toStrictEqual({
      kind: 'not_sent',
      reason: { code: 'interrupted' },
    })
    expect((await orderByToken('sent'))?.life.kind).toBe('unknown')
    expect((await place({ request: { ...it.request, token: 'sent' } })).life.kind).toBe('unknown')
    expect(adds(it)).toBe(1)
  })
})
