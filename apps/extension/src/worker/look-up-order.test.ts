import type { OrderRecord } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { answered, placed, type SetUp, setUp } from '../../test/set-up.ts'
import { orderById } from '../storage/orders.ts'
import { handleRequest } from './handle-request.ts'

/** An order whose answer was lost, while the upstream's list cannot be read. */
async function unknownOrder({ server, request }: SetUp, when: 'before' | 'after'): Promise<OrderRecord> {
  const unreadable = server.control.faults.add({ fault: 'html', action: 'submissions' })
  server.control.faults.add({ fault: 'reset', action: 'add', when })
  const record = await placed(request)
  expect(record.life.state).toBe('unknown')
  await expect.poll(() => unreadable.remaining()).toBe(0)
  return record
}

const lookUp = async (id: string): Promise<OrderRecord> =>
  answered(await handleRequest({ type: 'look-up-order', id }))

test('an order whose answer was lost is looked up at once, and adopted', async () => {
  await using it = await setUp()
  it.server.control.faults.add({ fault: 'reset', action: 'add' })
  const { id, life } = await placed(it.request)
  expect(life.state).toBe('unknown')
  const [order] = it.server.control.orders.list()
  await expect
    .poll(async () => (await orderById(id))?.record.life)
    .toMatchObject({
      state: 'tracked',
      orderId: order?.id,
    })
})

test('an order that was not taken is not there so far, and the person may say so', async () => {
  await using it = await setUp()
  const { id } = await unknownOrder(it, 'before')
  expect((await lookUp(id)).life).toMatchObject({
    state: 'unknown',
    candidates: [],
    lastLookedUpAt: expect.any(Number),
  })
  const said = await handleRequest({ type: 'answer-order', id, said: { kind: 'not_placed' } })
  expect(answered(said).life).toStrictEqual({ state: 'not_placed', by: 'person' })
})

test('an order with a number is not looked up', async () => {
  await using it = await setUp()
  const { id, life } = await placed(it.request)
  it.server.control.journal.clear()
  expect((await lookUp(id)).life).toStrictEqual(life)
  expect(it.server.control.journal.list()).toStrictEqual([])
})

test('an upstream that is down is told of in a sentence', async () => {
  await using it = await setUp()
  const { id } = await unknownOrder(it, 'after')
  await it.server.close()
  expect(await handleRequest({ type: 'look-up-order', id })).toStrictEqual({
    ok: false,
    sentence: expect.stringContaining('could not be reached'),
  })
  expect((await orderById(id))?.record.life.state).toBe('unknown')
})
