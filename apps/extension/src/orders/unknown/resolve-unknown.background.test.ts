import { type OrderRecord, orderIdOf } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { answered, placed, type SetUp, setUp, setUpPanel } from '../../../test/set-up.ts'
import { handleRequest } from '../../messages.ts'
import { orderById } from '../history/order-history.ts'

async function unknownOrder({ server, request }: SetUp): Promise<OrderRecord> {
  server.control.faults.add({ action: 'add', fault: 'html' })
  const record = await placed(request)
  expect(record.state.name).toBe('unknown')
  return record
}

test('the balance before and after is noted for an upstream that lists no orders', async () => {
  await using it = await setUpPanel()
  const { id, confirmed } = await unknownOrder(it)
  expect(confirmed.balanceBefore).toBe('1000')
  await expect
    .poll(async () => (await orderById(id))?.record.state)
    .toMatchObject({ name: 'unknown', balanceAfter: '999.1' })
})

test('it is adopted by the number that the person found, once the upstream knows it', async () => {
  await using it = await setUpPanel()
  const { id } = await unknownOrder(it)
  const [order] = it.server.control.orders.list()
  const said = { kind: 'placed', orderId: ` ${order?.id} ` } as const
  const answer = await handleRequest({ type: 'answer-order', id, said })
  expect(answered(answer).state).toMatchObject({ name: 'open', orderId: order?.id })
})

test.each(['1', '', '1,2'])('it stays unknown with the number %j', async orderId => {
  await using it = await setUpPanel()
  const { id } = await unknownOrder(it)
  const answer = await handleRequest({ type: 'answer-order', id, said: { kind: 'placed', orderId } })
  expect(answer.ok).toBe(false)
  expect((await orderById(id))?.record.state.name).toBe('unknown')
})

test('it is not taken for an order that is in the list already', async () => {
  await using it = await setUpPanel()
  const first = await placed(it.request)
  const other = { ...it.request, id: 'other', order: { ...it.request.order, quantity: '2000' } }
  const confirmed = { ...it.request.confirmed, quantity: '2000', total: '1.8' }
  const { id } = await unknownOrder({ ...it, request: { ...other, confirmed } })
  const orderId = orderIdOf(first) ?? ''
  expect(await handleRequest({ type: 'answer-order', id, said: { kind: 'placed', orderId } })).toStrictEqual({
    ok: false,
    sentence: expect.stringContaining('another one of your list'),
  })
})

test('what the person does not know yet stays as it is', async () => {
  await using it = await setUpPanel()
  const { id } = await unknownOrder(it)
  const answer = await handleRequest({ type: 'answer-order', id, said: { kind: 'not_yet_known' } })
  expect(answered(answer).state.name).toBe('unknown')
})

/** An order whose answer was lost, while the upstream's list cannot be read. */
async function orderInDoubt({ server, request }: SetUp, when: 'before' | 'after'): Promise<OrderRecord> {
  const unreadable = server.control.faults.add({ fault: 'html', action: 'submissions' })
  server.control.faults.add({ fault: 'reset', action: 'add', when })
  const record = await placed(request)
  expect(record.state.name).toBe('unknown')
  await expect.poll(() => unreadable.remaining()).toBe(0)
  return record
}

const lookUp = async (id: string): Promise<OrderRecord> =>
  answered(await handleRequest({ type: 'look-up-order', id }))

test('an order whose answer was lost is looked up at once, and adopted', async () => {
  await using it = await setUp()
  it.server.control.faults.add({ fault: 'reset', action: 'add' })
  const { id, state } = await placed(it.request)
  expect(state.name).toBe('unknown')
  const [order] = it.server.control.orders.list()
  await expect
    .poll(async () => (await orderById(id))?.record.state)
    .toMatchObject({
      name: 'open',
      orderId: order?.id,
    })
})

test('an order that was not taken is not there so far, and the person may say so', async () => {
  await using it = await setUp()
  const { id } = await orderInDoubt(it, 'before')
  expect((await lookUp(id)).state).toMatchObject({
    name: 'unknown',
    candidates: [],
    lastLookedUpAt: expect.any(Number),
  })
  const said = await handleRequest({ type: 'answer-order', id, said: { kind: 'not_placed' } })
  expect(answered(said).state).toStrictEqual({ name: 'not_placed', by: 'person' })
})

test('an order with a number is not looked up', async () => {
  await using it = await setUp()
  const { id, state } = await placed(it.request)
  it.server.control.requestLog.clear()
  expect((await lookUp(id)).state).toStrictEqual(state)
  expect(it.server.control.requestLog.list()).toStrictEqual([])
})

test('an upstream that is down is told of in a sentence', async () => {
  await using it = await setUp()
  const { id } = await orderInDoubt(it, 'after')
  await it.server.close()
  expect(await handleRequest({ type: 'look-up-order', id })).toStrictEqual({
    ok: false,
    sentence: expect.stringContaining('Can’t reach'),
  })
  expect((await orderById(id))?.record.state.name).toBe('unknown')
})
