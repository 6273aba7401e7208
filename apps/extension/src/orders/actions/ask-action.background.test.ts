import { finalAmounts, type OrderRecord } from '@orderwright/outbox'
import { describe, expect, test } from 'vitest'
import { answered, placed as place, type SetUp, setUpPanel } from '../../../test/set-up.ts'
import { handleRequest } from '../../messages.ts'
import type { OrderEntry } from '../history/order-entry.ts'
import { ordersOf } from '../history/order-history.ts'

const hourMs = 3_600_000

const placed = ({ request }: SetUp): Promise<OrderRecord> => place(request)

/** The account's only order after a refresh. */
async function refreshed(it: SetUp): Promise<OrderEntry | undefined> {
  answered(await handleRequest({ type: 'refresh-orders', accountId: it.account.id, trigger: 'wanted' }))
  return (await ordersOf(it.account.id))[0]
}

const actions = (entry: OrderEntry | undefined): unknown => entry?.actions

describe('a cancel', () => {
  test('is asked for, and done a while later, with the refund worked out', async () => {
    await using it = await setUpPanel()
    const { id } = await placed(it)
    await refreshed(it)
    const asked = answered(await handleRequest({ type: 'cancel-order', id }))
    expect(actions(asked)).toMatchObject({ cancel: { outcome: { kind: 'accepted' } } })
    it.server.control.clock.advance(60_000)
    const done = await refreshed(it)
    const [order] = it.server.control.orders.list()
    const amounts = done && finalAmounts(done.record)
    expect([amounts?.charge?.toFixed(), amounts?.givenBack.toFixed(), amounts?.currency]).toStrictEqual([
      '0.9',
      order?.refunded,
      'USD',
    ])
    expect(['partial', 'canceled']).toContain(order?.state)
  })

  test('that the upstream will not is kept with its words', async () => {
    await using it = await setUpPanel()
    const { id } = await placed(it)
    it.server.control.clock.advance(24 * hourMs)
    const asked = answered(await handleRequest({ type: 'cancel-order', id }))
    expect(actions(asked)).toMatchObject({
      cancel: {
        outcome: { kind: 'rejected', messages: [{ text: 'The order can no longer be canceled' }] },
      },
    })
  })

  test('whose answer is lost is unknown, and safe to ask for again', async () => {
    await using it = await setUpPanel()
    const { id } = await placed(it)
    it.server.control.faults.add({ action: 'cancel', fault: 'empty' })
    const lost = answered(await handleRequest({ type: 'cancel-order', id }))
    expect(actions(lost)).toMatchObject({ cancel: { outcome: { kind: 'unknown' } } })
    const again = answered(await handleRequest({ type: 'cancel-order', id }))
    expect(actions(again)).toMatchObject({
      cancel: { outcome: { kind: 'rejected', messages: [{ text: 'Cancel is already requested' }] } },
    })
  })

  test('of an order that was not placed is refused in a sentence', async () => {
    expect(await handleRequest({ type: 'cancel-order', id: 'none' })).toStrictEqual({
      ok: false,
      sentence: 'This order is no longer in your history.',
    })
  })
})

describe('a refill', () => {
  test.each([
    ['completed', undefined],
    ['rejected', 'Rejected'],
  ] as const)('goes from pending to %s, and is then no longer asked about', async (state, word) => {
    await using it = await setUpPanel()
    const { id } = await placed(it)
    it.server.control.clock.advance(24 * hourMs)
    expect(actions(await refreshed(it))).toBeUndefined()
    answered(await handleRequest({ type: 'refill-order', id }))
    expect(actions(await refreshed(it))).toMatchObject({
      refill: { outcome: { kind: 'accepted', refillId: '1' }, status: { state: 'pending' } },
    })
    if (word === undefined) it.server.control.clock.advance(hourMs)
    else it.server.control.refills.setStatus('1', word)
    expect(actions(await refreshed(it))).toMatchObject({ refill: { status: { state, isFinal: true } } })
    it.server.control.requestLog.clear()
    await refreshed(it)
    expect(it.server.control.requestLog.list()).toStrictEqual([])
  })
})

describe('refills of several orders', () => {
  test('are asked for in one request, and each order keeps its answer', async () => {
    await using it = await setUpPanel()
    const first = await placed(it)
    const second = await place({ ...it.request, id: 'second', seen: [first.id] })
    it.server.control.clock.advance(24 * hourMs)
    await refreshed(it)
    const ids = [first.id, second.id]
    answered(await handleRequest({ type: 'refill-orders', accountId: it.account.id, ids }))
    const requests = it.server.control.requestLog.list({ action: 'refill' })
    expect(requests.map(({ fields }) => fields.orders)).toStrictEqual(['123456,123457'])
    const entries = await ordersOf(it.account.id)
    expect(entries.map(actions)).toMatchObject([
      { refill: { outcome: { kind: 'accepted' } } },
      { refill: { outcome: { kind: 'accepted' } } },
    ])
  })

  test('of another account are left alone', async () => {
    await using it = await setUpPanel()
    const { id } = await placed(it)
    await handleRequest({ type: 'refill-orders', accountId: 'another', ids: [id] })
    expect(it.server.control.requestLog.list({ action: 'refill' })).toStrictEqual([])
  })
})
