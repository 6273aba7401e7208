import { afterAll, beforeAll, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

test('an order that cannot be read is set aside, and hides no others', async () => {
  await using scene = await stage.scene()
  const page = await scene.openPage()
  const popup = await scene.openPopup(page)
  await popup.choose('3 cedar')
  await popup.fill('Quantity', '1000')
  await popup.press('Review order')
  await popup.press('Order for')
  await popup.sees('Order 123456 is placed')
  await popup.close()

  await damage(scene)
  const again = await scene.openPopup(page)
  await again.press('Orders')
  await again.sees('Views · Cedar')
  expect(await again.page.$$('.order')).toHaveLength(1)
  await again.close()
  await scene.options.bringToFront()
  await scene.options.reload()
  await scene.options.waitForFunction(() => document.body.textContent?.includes('Remove from here'))
})

test('what a newer version has stored is told, and left alone', async () => {
  await using scene = await stage.scene()
  await scene.options.evaluate(async () => {
    const ended = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
      new Promise(resolve => {
        request.onsuccess = () => resolve(request.result)
      })
    await ended(indexedDB.deleteDatabase('orders'))
    const database = await ended(indexedDB.open('orders', 99))
    database.close()
  })
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('A newer Orderwright has written what is stored here.')
  const found = [...(await look(popup, 'stored-newer'))]
  expect(found).toStrictEqual([])
  await popup.close()
  await scene.options.bringToFront()
  await scene.options.reload()
  await scene.options.waitForFunction(() => document.body.textContent?.includes('A newer Orderwright'))
})

test('an account whose order is in doubt stays, and says why', async () => {
  await using scene = await stage.scene()
  scene.server.control.faults.add({ action: 'submissions', fault: 'html', times: 20 })
  scene.server.control.faults.add({ action: 'add', fault: 'reset', when: 'after' })
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('3 cedar')
  await popup.fill('Quantity', '1000')
  await popup.press('Review order')
  await popup.press('Order for')
  await popup.sees('It is not known whether the order was taken')
  await popup.close()
  const settings = openPopupDriver(scene.options)
  await scene.options.bringToFront()
  await scene.options.reload()
  await settings.press('Remove')
  await settings.press('Remove account and key')
  await settings.sees('An order through this account isn’t settled yet')
  expect(await look(settings, 'options-in-doubt')).toStrictEqual([])
})

/** As no version writes it. */
async function damage({ options }: Scene): Promise<void> {
  await options.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const request = indexedDB.open('orders')
      request.onsuccess = () => resolve(request.result)
    })
    const { accounts } = await chrome.storage.local.get<{ accounts: { value: { id: string }[] } }>('accounts')
    const accountId = accounts.value[0]?.id
    const transaction = database.transaction('orders', 'readwrite')
    transaction.objectStore('orders').put({ record: { id: 'bare', accountId } })
    await new Promise(resolve => {
      transaction.oncomplete = resolve
    })
    database.close()
  })
}
