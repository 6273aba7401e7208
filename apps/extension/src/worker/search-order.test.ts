import { expect, test } from 'vitest'
import { answered, type SetUp, setUp } from '../../test/set-up.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { handleRequest } from './handle-request.ts'

async function unknownOrder({ server, request }: SetUp, when: 'before' | 'after'): Promise<OrderEntry> {
  server.control.faults.add({ fault: 'reset', action: 'add', when })
  const entry = answered(await handleRequest({ type: 'place-order', ...request }))
  expect(entry.life.kind).toBe('unknown')
  return entry
}

const search = async (token: string): Promise<OrderEntry> =>
  answered(await handleRequest({ type: 'search-order', token }))

test('an order that was taken after all is found by its target, service, quantity and time, and adopted', async () => {
  await using it = await setUp()
  const { token } = await unknownOrder(it, 'after')
  const [order] = it.server.control.orders.list()
  expect((await search(token)).life).toMatchObject({ kind: 'accepted', orderId: order?.id })
})

test('an order that was not taken is not there, and may be closed then', async () => {
  await using it = await setUp()
  const { token } = await unknownOrder(it, 'before')
  expect((await search(token)).life).toMatchObject({ kind: 'unknown', search: { candidates: [] } })
  expect(answered(await handleRequest({ type: 'close-order', token })).life).toStrictEqual({ kind: 'closed' })
})

test('of two that could be it, the person chooses', async () => {
  await using it = await setUp()
  const first = await unknownOrder(it, 'after')
  const second = await unknownOrder(
    { ...it, request: { ...it.request, token: crypto.randomUUID() } },
    'after',
  )
  const { life } = await search(first.token)
  const ids = it.server.control.orders.list().map(({ id }) => id)
  expect(
    life.kind === 'unknown' && life.search?.candidates.map(({ orderId }) => orderId).toSorted(),
  ).toStrictEqual(ids)

  const [mine = ''] = ids
  await handleRequest({ type: 'adopt-order', token: first.token, orderId: mine })
  expect((await search(second.token)).life).toMatchObject({ kind: 'accepted', orderId: ids[1] })
})

test('an order with a number is not searched for', async () => {
  await using it = await setUp()
  const entry = answered(await handleRequest({ type: 'place-order', ...it.request }))
  expect(await search(entry.token)).toStrictEqual(entry)
})

test('an upstream that is down is told of in a sentence', async () => {
  await using it = await setUp()
  const { token } = await unknownOrder(it, 'after')
  await it.server.close()
  expect(await handleRequest({ type: 'search-order', token })).toStrictEqual({
    ok: false,
    sentence: expect.stringContaining('could not be reached'),
  })
})
