import { afterAll, beforeAll, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

/** The journal as version 2 of the database had it: one order of each sort that matters, and one that is damaged. */
async function leaveEarlierJournal({ options }: Scene): Promise<void> {
  await options.evaluate(async () => {
    const { accounts } = await chrome.storage.local.get<{ accounts: { value: { id: string }[] } }>('accounts')
    const accountId = accounts.value[0]?.id
    const opened = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    await new Promise(resolve => {
      indexedDB.deleteDatabase('orderwright').onsuccess = resolve
    })
    const request = indexedDB.open('orderwright', 2)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('orders', { keyPath: 'token' }).createIndex('accountId', 'accountId')
      request.result.createObjectStore('catalogues', { keyPath: 'accountId' })
    }
    const database = await opened(request)
    const transaction = database.transaction(['orders', 'catalogues'], 'readwrite')
    transaction.objectStore('catalogues').put({
      accountId,
      readAt: '2026-11-20T10:00:00.000Z',
      services: [],
      capabilities: { canListOrders: true, canRefill: false, canCancel: false, statusBatchSize: 1 },
      unreadable: 0,
    })
    const orders = transaction.objectStore('orders')
    const order = {
      serviceId: '1',
      target: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
      quantity: '3000',
      drip: false,
      params: {},
    }
    const lives = [
      {
        kind: 'accepted',
        orderId: '77',
        messages: [],
        status: {
          kind: 'found',
          orderId: '77',
          state: 'completed',
          rawStatus: 'Completed',
          isFinal: true,
          wantedCount: 3000,
          remains: 0,
          progress: 1,
          charge: '7.5',
        },
      },
      { kind: 'not_sent', reason: { code: 'price_changed', total: '8.25' } },
      { kind: 'closed' },
      { kind: 'sending' },
    ]
    for (const [index, life] of lives.entries()) {
      orders.put({
        token: `token-${index}`,
        accountId,
        createdAt: `2026-11-20T10:0${index}:00.000Z`,
        serviceName: 'Views · Alder',
        title: 'A walk along the river',
        order,
        extent: { kind: 'count', total: '3000' },
        quoted: '7.5',
        currency: 'USD',
        life,
      })
    }
    orders.put({ token: 'damaged', accountId, life: 7 })
    await new Promise(resolve => {
      transaction.oncomplete = resolve
    })
    database.close()
  })
}

test('the orders of an earlier version are there, and what it left behind is looked into', async () => {
  await using scene = await stage.scene()
  // Held, so that what was being sent can be seen to be unknown.
  const listing = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'submissions' })
  await leaveEarlierJournal(scene)
  await scene.chromium.killWorker()
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('It was interrupted while it was being sent, so it may have been placed')
  await popup.press('Orders')
  await popup.sees('Order 77')
  await popup.sees('Charged $7.50, as quoted')
  await popup.sees('3,000 of 3,000')
  await popup.sees('The price had changed from $7.50 to $8.25.')
  await popup.sees('Not placed, as you have found out')
  expect(await look(popup, 'upgraded-orders')).toStrictEqual([])
  listing.release()
  await popup.sees('your orders at QQTube do not have it so far')
  expect(scene.adds()).toBe(0)
  await popup.close()

  await scene.options.reload()
  await scene.options.bringToFront()
  const settings = openPopupDriver(scene.options)
  await settings.sees('An order, damaged')
})
