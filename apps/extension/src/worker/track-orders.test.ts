import { expect, test } from 'vitest'
import { acceptedEntry } from '../../test/order-entry.ts'
import { answered, setUp, setUpPanel } from '../../test/set-up.ts'
import { ordersOf, storeOrder } from '../storage/orders.ts'
import { handleRequest } from './handle-request.ts'

test('open orders are asked about until they are final, with their charge and progress', async () => {
  await using it = await setUp()
  answered(await handleRequest({ type: 'place-order', ...it.request }))
  const refresh = async (): Promise<unknown> => {
    await handleRequest({ type: 'refresh-orders', accountId: it.account.id })
    return (await ordersOf(it.account.id))[0]?.life
  }
  const started = await refresh()
  expect(started).toMatchObject({ kind: 'accepted', status: { charge: '2.75', isFinal: false } })

  it.server.control.clock.advance(1000 * 3600 * 24 * 30)
  expect(await refresh()).toMatchObject({ status: { state: 'completed', isFinal: true, progress: 1 } })

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
  for (let count = 0; count < 250; count += 1) {
    const change = { token: `token-${count}`, accountId: it.account.id }
    await storeOrder(acceptedEntry({ orderId: `${count + 1}` }, change))
  }
  answered(await handleRequest({ type: 'refresh-orders', accountId: it.account.id }))
  expect(it.server.control.journal.list().map(({ action }) => action)).toStrictEqual([
    'status',
    'status',
    'status',
  ])
})
