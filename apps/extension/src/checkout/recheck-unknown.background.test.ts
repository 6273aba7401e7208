import type { OrderRecord } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { answered, placed, type SetUp, setUp, setUpPanel } from '../../test/set-up.ts'
import { handleRequest } from '../messages.ts'
import { orderById } from '../orders/history/order-history.ts'
import type { Placed } from './messages.ts'

const adds = ({ server }: SetUp): number => server.control.requestLog.list({ action: 'add' }).length

/** An order of which no answer came, and of which the person has said that it was not placed. */
async function markedNotPlaced({ server, request }: SetUp, when: 'before' | 'after'): Promise<OrderRecord> {
  const unread = server.control.faults.add({ fault: 'html', action: 'submissions', times: 2 })
  server.control.faults.add({ fault: 'reset', action: 'add', when })
  const { id } = await placed(request)
  if (request.order.serviceId === '3') await expect.poll(() => unread.remaining()).toBe(0)
  const record = answered(await handleRequest({ type: 'answer-order', id, said: { kind: 'not_placed' } }))
  expect(record.state).toStrictEqual({ name: 'not_placed', by: 'person' })
  return record
}

const place = async (it: SetUp, retryOf: string | null): Promise<Placed> =>
  answered(
    await handleRequest({ type: 'place-order', ...it.request, id: 'next', retryOf, reviewedAt: Date.now() }),
  )

test('what was taken for not placed and is there by now is not sent again', async () => {
  await using it = await setUp()
  const { id } = await markedNotPlaced(it, 'after')
  const [order] = it.server.control.orders.list()
  expect(await place(it, id)).toStrictEqual({
    kind: 'rejected',
    rejection: { code: 'already_placed', orderId: order?.id },
  })
  expect((await orderById(id))?.record.state).toMatchObject({ name: 'open', orderId: order?.id })
  expect(adds(it)).toBe(1)
})

test('nor from a form that was filled in anew, but for a person who has seen it', async () => {
  await using it = await setUp()
  const { id } = await markedNotPlaced(it, 'after')
  expect(await place(it, null)).toMatchObject({
    kind: 'issues',
    issues: [{ code: 'ordered_before', earlier: [{ id }] }],
  })
  expect(adds(it)).toBe(1)
})

test('what is still not there may be sent again', async () => {
  await using it = await setUp()
  const { id } = await markedNotPlaced(it, 'before')
  expect(await place(it, id)).toMatchObject({ kind: 'recorded', record: { state: { name: 'accepted' } } })
  expect(adds(it)).toBe(2)
})

test('where the list cannot be read, nothing is sent', async () => {
  await using it = await setUp()
  const { id } = await markedNotPlaced(it, 'before')
  it.server.control.faults.add({ fault: 'html', action: 'submissions', times: 5 })
  expect(await handleRequest({ type: 'place-order', ...it.request, id: 'next', retryOf: id })).toMatchObject({
    ok: false,
  })
  expect(adds(it)).toBe(1)
})

test('an upstream without a list leaves it to the person', async () => {
  await using it = await setUpPanel()
  const { id } = await markedNotPlaced(it, 'before')
  expect(await place(it, id)).toMatchObject({ kind: 'recorded', record: { state: { name: 'accepted' } } })
})

test('a person who asks for what is new learns that it is there after all', async () => {
  await using it = await setUp()
  const { id } = await markedNotPlaced(it, 'after')
  const [order] = it.server.control.orders.list()
  const refresh = { type: 'refresh-orders', accountId: it.account.id, trigger: 'wanted' } as const
  answered(await handleRequest(refresh))
  expect((await orderById(id))?.record.state).toMatchObject({ name: 'open', orderId: order?.id })
})
