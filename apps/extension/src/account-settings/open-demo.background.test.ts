import { expect, test } from 'vitest'
import { openScene } from '../../test/scene.tsx'
import { answered } from '../../test/set-up.ts'
import { accountsItem } from '../accounts/account-store.ts'
import { demoOrdersItem } from '../accounts/demo/demo-orders.ts'
import { handleRequest } from '../messages.ts'
import { pollAccount } from '../polling/poll-account.background.ts'

test('a demo order goes from the welcome to its delivery, and sends nothing anywhere', async () => {
  await using scene = await openScene({ accounts: [] })
  answered(await handleRequest({ type: 'open-demo' }))
  answered(await handleRequest({ type: 'open-demo' }))
  expect((await accountsItem.get()).map(({ id, name }) => [id, name])).toStrictEqual([
    ['demo', 'Demo provider'],
  ])
  const popup = await scene.openPopup()
  await popup.sees('Demo: nothing is sent and nothing is paid')
  await popup.choose('in bulk')
  await popup.fill('Quantity', '2000')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.shown('.popup-scroll .order')
  await popup.sees('Demo: nothing is sent and nothing is paid')
  const [order] = await demoOrdersItem.get()
  expect(order).toMatchObject({
    quantity: 2000,
    charge: '4.8',
    target: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
  })
  await demoOrdersItem.update(orders => orders.map(one => ({ ...one, createdAt: one.createdAt - 60_000 })))
  await pollAccount('demo', 'wanted')
  await popup.sees('2,000 of 2,000')
  expect(await popup.audit()).toStrictEqual([])
  expect(scene.server.control.requestLog.list()).toStrictEqual([])
})

test('the demo that was removed begins afresh', async () => {
  await using _scene = await openScene({ accounts: [] })
  answered(await handleRequest({ type: 'open-demo' }))
  await demoOrdersItem.set([
    { id: '1', serviceId: '1', target: '', quantity: 1000, charge: '2.4', createdAt: Date.now() },
  ])
  answered(await handleRequest({ type: 'remove-account', accountId: 'demo' }))
  expect([await accountsItem.get(), await demoOrdersItem.get()]).toStrictEqual([[], []])
})
