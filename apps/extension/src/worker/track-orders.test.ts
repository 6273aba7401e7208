import { expect, test } from 'vitest'
import { entryIn } from '../../test/order-entry.ts'
import { answered, placed, setUp, setUpPanel } from '../../test/set-up.ts'
import { storeEntries } from '../../test/store-entry.ts'
import { ordersOf } from '../storage/orders.ts'
import { handleRequest } from './handle-request.ts'

test('open orders are asked about until they are final, with their charge and progress', async () => {
  await using it = await setUp()
  await placed(it.request)
  const refresh = async (): Promise<unknown> => {
    await handleRequest({ type: 'refresh-orders', accountId: it.account.id })
    return (await ordersOf(it.account.id))[0]?.record.life
  }
  const started = await refresh()
  expect(started).toMatchObject({ state: 'tracked', status: { charge: '2.75', isFinal: false } })

  it.server.control.clock.advance(1000 * 3600 * 24 * 30)
  expect(await refresh()).toMatchObject({
    state: 'final',
    status: { state: 'completed', isFinal: true, progress: 1 },
  })

  it.server.control.journal.clear()
  await refresh()
  expect(it.server.control.journal.list()).toStrictEqual([])
})

test('with no open order nobody is asked, so a server that is down does not matter', async () => {
  await using it = await setUp()
  await it.server.close()
  expect(await handleRequest({ type: 'refresh-orders', accountId: it.account.id })).toStrictEqual({
    ok: true,
    value: null,
  })
})

test('250 open orders of a panel take 3 requests', async () => {
  await using it = await setUpPanel()
  const entries = Array.from({ length: 250 }, (_, count) =>
    entryIn(
      { state: 'accepted', orderId: `${count + 1}` },
      { id: `order-${count}`, accountId: it.account.id },
    ),
  )
  await storeEntries(...entries)
  answered(await handleRequest({ type: 'refresh-orders', accountId: it.account.id }))
  expect(it.server.control.journal.list().map(({ action }) => action)).toStrictEqual([
    'status',
    'status',
    'status',
  ])
})
