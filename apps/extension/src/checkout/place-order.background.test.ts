import { mockQqtubeKey } from '@orderwright/mock-server'
import type { OrderState } from '@orderwright/outbox'
import { describe, expect, test } from 'vitest'
import { entryIn } from '../../test/order-entry.ts'
import { answered, placed, type SetUp, setUp } from '../../test/set-up.ts'
import { storeEntries } from '../../test/store-entry.ts'
import { handleRequest } from '../messages.ts'
import { allOrders, orderById } from '../orders/history/order-history.ts'
import { openOutbox } from '../orders/open-outbox.background.ts'
import { consentItem } from './consent.ts'
import type { Placed, PlaceOrder } from './messages.ts'
import { messages as texts } from './texts/en.generated.ts'

const place = async (request: PlaceOrder): Promise<Placed> =>
  answered(await handleRequest({ type: 'place-order', ...request }))

const stateOf = async (id: string): Promise<OrderState | undefined> => (await orderById(id))?.record.state

const adds = ({ server }: SetUp): number => server.control.requestLog.list({ action: 'add' }).length

describe('placing an order', () => {
  test('takes it to its number, charged as confirmed', async () => {
    await using it = await setUp()
    const record = await placed(it.request)
    expect(record).toMatchObject({
      id: it.request.id,
      confirmed: {
        total: '2.75',
        currency: 'USD',
        serviceName: 'Views · Cedar, by drip',
        balanceBefore: '1000',
      },
      canListOrders: true,
      attempt: 1,
    })
    const [order] = it.server.control.orders.list()
    expect(record.state).toStrictEqual({ name: 'accepted', orderId: order?.id })
    expect(order?.charged).toBe('2.75')
    expect((await orderById(it.request.id))?.record).toStrictEqual(record)
  })

  test('the same id twice is one order, also at the same time', async () => {
    await using it = await setUp()
    const [one, other] = await Promise.all([place(it.request), place(it.request)])
    expect(other).toStrictEqual(one)
    expect(await place(it.request)).toStrictEqual(one)
    expect(adds(it)).toBe(1)
  })

  test('it is on the disk as sending while the upstream takes it', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', action: 'add' })
    const placing = place(it.request)
    await it.server.control.requestLog.waitFor({ action: 'add' })
    expect(await stateOf(it.request.id)).toStrictEqual({ name: 'submitting' })
    held.release()
    await placing
  })

  test('one is sent at a time for an account', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', action: 'add' })
    const first = place(it.request)
    await it.server.control.requestLog.waitFor({ action: 'add' })
    const order = { ...it.request.order, target: 'https://www.youtube.com/watch?v=jNQXAC9IVRw' }
    const second = place({ ...it.request, id: 'second', order })
    await new Promise(setImmediate)
    expect(await allOrders()).toHaveLength(1)
    held.release()
    await Promise.all([first, second])
    expect(adds(it)).toBe(2)
  })

  test('each is judged by the balance that the one before has left', async () => {
    await using it = await setUp()
    it.server.control.accounts.setFunds(mockQqtubeKey, '5')
    const order = { ...it.request.order, target: 'https://www.youtube.com/watch?v=jNQXAC9IVRw' }
    const outcomes = await Promise.all([place(it.request), place({ ...it.request, id: 'second', order })])
    expect(outcomes).toMatchObject([
      { kind: 'recorded' },
      { kind: 'issues', issues: [{ code: 'over_balance', balance: '2.25', reserved: '0' }] },
    ])
    expect(adds(it)).toBe(1)
  })

  test('is refused without consent, and leaves nothing', async () => {
    await using it = await setUp()
    await consentItem.set(null)
    const answer = await handleRequest({ type: 'place-order', ...it.request })
    expect(answer).toMatchObject({ ok: false, sentence: texts.noConsent() })
    expect([await allOrders(), adds(it)]).toStrictEqual([[], 0])
  })

  test('while the same order may have been placed, it is not placed again', async () => {
    await using it = await setUp()
    it.server.control.faults.add({ fault: 'held', when: 'before', action: 'submissions' })
    it.server.control.faults.add({ fault: 'reset', action: 'add' })
    await placed(it.request)
    expect(await place({ ...it.request, id: 'again' })).toStrictEqual({
      kind: 'rejected',
      rejection: { code: 'unresolved', recordId: it.request.id },
    })
    expect(adds(it)).toBe(1)
  })
})

describe('what is objected to', () => {
  test.each<[string, (request: PlaceOrder) => PlaceOrder, object]>([
    [
      'at another price: both are told',
      request => ({ ...request, confirmed: { ...request.confirmed, total: '2.7' } }),
      { code: 'price_changed', confirmed: '2.7', total: '2.75' },
    ],
    [
      'under another name, at the same price: both are told',
      request => ({ ...request, confirmed: { ...request.confirmed, serviceName: 'Likes · Cedar' } }),
      { code: 'service_changed', confirmed: 'Likes · Cedar', now: 'Views · Cedar, by drip' },
    ],
    [
      'a service that is gone',
      request => ({ ...request, order: { ...request.order, serviceId: '999' } }),
      { code: 'not_orderable', sentences: [texts.notOffered()] },
    ],
    [
      'what the service does not take any more',
      request => ({ ...request, order: { ...request.order, quantity: '1001' } }),
      { code: 'not_orderable', sentences: [expect.stringContaining('multiple of 500')] },
    ],
  ])('%s leaves nothing', async (_, change, issue) => {
    await using it = await setUp()
    expect(await place(change(it.request))).toMatchObject({ kind: 'issues', issues: [issue] })
    expect([await allOrders(), adds(it)]).toStrictEqual([[], 0])
  })

  test.each([
    ['2.74', 'issues'],
    ['2.75', 'recorded'],
  ])('with a balance of %s it is %s', async (funds, kind) => {
    await using it = await setUp()
    it.server.control.accounts.setFunds(mockQqtubeKey, funds)
    const outcome = await place(it.request)
    expect(outcome.kind).toBe(kind)
    if (outcome.kind === 'issues') {
      expect(outcome.issues).toMatchObject([{ code: 'over_balance', balance: '2.74', total: '2.75' }])
    }
  })

  test('a server that is down is told of while nothing is at stake', async () => {
    await using it = await setUp()
    await it.server.close()
    expect(await handleRequest({ type: 'place-order', ...it.request })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('Can’t reach'),
    })
    expect(await allOrders()).toStrictEqual([])
  })
})

describe('the outcomes that are not an order', () => {
  test('refused: in the upstream’s own words', async () => {
    await using it = await setUp()
    // The funds go between the check and the order.
    const held = it.server.control.faults.add({ fault: 'held', when: 'before', action: 'add' })
    const placing = placed(it.request)
    while (held.remaining() > 0) await new Promise(setImmediate)
    it.server.control.accounts.setFunds(mockQqtubeKey, '0')
    held.release()
    expect((await placing).state).toMatchObject({
      name: 'rejected',
      messages: [{ text: expect.any(String) }],
    })
    expect(it.server.control.orders.list()).toHaveLength(0)
  })

  test.each(['reset', 'close', 'empty', 'html', 'html-502', 'error-500', 'cut-json', 'truncated'] as const)(
    'unknown: %s after the order was taken, and it is never sent again',
    async fault => {
      await using it = await setUp()
      it.server.control.faults.add({ fault, action: 'add' })
      expect((await placed(it.request)).state.name).toBe('unknown')
      await expect.poll(async () => (await stateOf(it.request.id))?.name).toBe('open')
      expect((await placed(it.request)).state.name).toBe('open')
      expect(adds(it)).toBe(1)
    },
  )
})

describe('a worker that died', () => {
  test('leaves unknown what it was sending, and not sent what it meant to send', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', action: 'add' })
    const placing = place(it.request)
    await it.server.control.requestLog.waitFor({ action: 'add' })
    await openOutbox().recover()
    expect(await stateOf(it.request.id)).toStrictEqual({ name: 'submitting' })
    held.release()
    await placing

    // What a dead worker leaves behind: an order on its way, and a free lock.
    const { order } = it.request
    const change = { accountId: it.account.id, order }
    await storeEntries(
      entryIn({ name: 'queued' }, { ...change, id: 'meant' }),
      entryIn({ name: 'submitting' }, { ...change, id: 'sent' }),
    )
    await openOutbox().recover()
    expect(await stateOf('meant')).toStrictEqual({ name: 'not_sent', reason: { code: 'interrupted' } })
    expect((await stateOf('sent'))?.name).toBe('unknown')
    expect(adds(it)).toBe(1)
  })

  test('is tried again as another try of the same, once however often it is asked for', async () => {
    await using it = await setUp()
    const { order, confirmed } = it.request
    const left = entryIn({ name: 'queued' }, { id: 'meant', accountId: it.account.id, order, confirmed })
    await storeEntries(left)
    await openOutbox().recover()
    const again = { ...it.request, retryOf: 'meant' }
    const [one, other] = await Promise.all([placed({ ...again, id: 'one' }), placed({ ...again, id: 'two' })])
    expect([one.id, other.id, one.attempt]).toStrictEqual(['meant.2', 'meant.2', 2])
    expect(adds(it)).toBe(1)
  })
})
