import { mockPanelKey } from '@orderwright/mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPanelScene } from './panel-scene.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

const target = 'https://www.youtube.com/watch?v=jofNR_WkoCE'
const count = 250

/** Orders that the panel has taken, as their numbers. */
async function take({ server }: Scene): Promise<readonly string[]> {
  const ids: string[] = []
  for (let taken = 0; taken < count; taken += 1) {
    const fields = { key: mockPanelKey, action: 'add', service: '9', quantity: '10', link: target }
    const answer = await fetch(`${server.url}/api/v2`, { method: 'POST', body: new URLSearchParams(fields) })
    ids.push(String((await answer.json()).order))
  }
  return ids
}

/** The orders in the journal, as if they had been placed by the extension, one a minute. */
async function journal({ options }: Scene, orderIds: readonly string[]): Promise<void> {
  await options.evaluate(
    async (ids, link) => {
      const [account] = (
        await chrome.storage.local.get<{ accounts: { value: { id: string }[] } }>('accounts')
      ).accounts.value
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('orders')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const transaction = database.transaction('orders', 'readwrite')
      for (const [minutes, orderId] of ids.entries()) {
        transaction.objectStore('orders').add({
          record: {
            id: `id-${orderId}`,
            accountId: account?.id,
            order: { serviceId: '9', target: link, quantity: '10', drip: false, params: {} },
            confirmed: {
              total: '0.00008011655652',
              quantity: '10',
              delivers: '10',
              isChargedLater: false,
              currency: 'USD',
              serviceName: 'Likes · Iris, a fraction of a cent',
            },
            canListOrders: false,
            createdAt: Date.UTC(2026, 10, 21, 12, minutes),
            attempt: 1,
            state: { name: 'accepted', orderId },
            history: [],
          },
        })
      }
      await new Promise(resolve => {
        transaction.oncomplete = resolve
      })
      database.close()
    },
    orderIds,
    target,
  )
}

test(`the status of ${count} orders takes 3 requests`, async () => {
  await using scene = await openPanelScene(stage)
  const page = await scene.openPage()
  // A popup that opens makes the database, and is closed before the orders come into it.
  const first = await scene.openPopup(page)
  await first.sees('42 services to choose from')
  await first.close()
  const ids = await take(scene)
  await journal(scene, ids)
  scene.server.control.requestLog.clear()
  const popup = await scene.openPopup(page)
  await popup.press('Orders')
  await popup.page.waitForFunction(
    wanted => document.querySelectorAll('.order-progress').length === wanted,
    {},
    count,
  )
  const requests = scene.server.control.requestLog.list({ action: 'status' })
  const asked = requests.map(({ fields }) => fields.orders?.split(',').length)
  expect(asked).toHaveLength(3)
  expect(asked.toSorted()).toStrictEqual([100, 100, 50])
  await popup.sees(`Order ${ids.at(-1)}`)
  // The 14 decimals of the charge are in the element, though the screen rounds them and says so.
  expect(await popup.page.$eval('.order-charge data', data => data.getAttribute('value'))).toBe(
    scene.server.control.orders.get(ids.at(-1) ?? '')?.charged,
  )
  await popup.picture('panel-250-orders')
})
