import { mockQqtubeKey } from '@orderwright/mock-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { audit } from './audit.ts'
import { openPopupDriver, type PopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'
import { openTrackingDriver, type TrackingDriver } from './tracking-driver.ts'

let stage: Stage
let tracking: TrackingDriver

beforeAll(async () => {
  stage = await openStage()
  tracking = openTrackingDriver(stage)
})

afterAll(() => stage[Symbol.asyncDispose]())

beforeEach(() => tracking.clearNotifications())

const hour = 3_600_000

/** QQTube's own numbers of states. */
const completed = 1
const error = 4

/** The number of an order that was placed an hour ago, with no window open since. */
async function placedAnHourAgo(scene: Scene): Promise<string> {
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('13')
  await popup.fill('Quantity', '100')
  await popup.press('Review order')
  await popup.press('Order for $0.90')
  await popup.sees('is placed')
  await expect.poll(() => asked(scene)).toEqual(expect.arrayContaining(['stats', 'submissions']))
  await popup.close()
  await expect.poll(tracking.isPopupOpen).toBe(false)
  await tracking.age(hour)
  scene.server.control.requestLog.clear()
  const [order] = scene.server.control.orders.list()
  if (order === undefined) throw new Error('The upstream has no order.')
  return order.id
}

function asked({ server }: Scene): readonly (string | undefined)[] {
  return server.control.requestLog.list().map(({ action }) => action)
}

/** The popup with the orders, as a person opens it over a video. */
async function openOrders(scene: Scene): Promise<PopupDriver> {
  const popup = await scene.openPopup(await scene.openPage())
  await popup.press('Orders')
  return popup
}

describe('an order that nobody looks at', () => {
  test('is notified when it completes, once, also by a worker that comes after', async () => {
    await using scene = await stage.scene()
    const id = await placedAnHourAgo(scene)
    scene.server.control.orders.setStatus(id, completed)
    await tracking.ring()
    await expect.poll(tracking.notifications).toHaveLength(1)
    expect(asked(scene)).toStrictEqual(['stats'])
    // Nothing is left to follow, nor to look at.
    await expect.poll(tracking.alarm).toBeUndefined()
    expect((await tracking.badge()).text).toBe('')

    await tracking.clearNotifications()
    await scene.chromium.killWorker()
    await tracking.ring()
    const popup = await openOrders(scene)
    await popup.sees('Completed')
    await popup.close()
    expect(await tracking.notifications()).toStrictEqual([])
    expect(asked(scene).filter(action => action === 'stats')).toHaveLength(1)
  })

  test('is counted on the icon when it fails, until the person has seen it', async () => {
    await using scene = await stage.scene()
    const id = await placedAnHourAgo(scene)
    scene.server.control.orders.setStatus(id, error)
    // The alarm wakes the next worker.
    await scene.chromium.killWorker()
    await tracking.ring()
    await expect.poll(tracking.notifications).toHaveLength(1)
    const wanted = { text: '1', title: 'Orderwright: 1 order needs you (QQTube)' }
    await expect.poll(tracking.badge).toStrictEqual(wanted)

    await scene.chromium.killWorker()
    const popup = await scene.openPopup(await scene.openPage())
    await popup.sees('1 new')
    await popup.press('Orders')
    await popup.sees(`Order ${id}`)
    await expect.poll(tracking.badge).toStrictEqual({ text: '', title: 'Order for this page' })
  })

  test('is shown by a click on its notification', async () => {
    await using scene = await stage.scene()
    const id = await placedAnHourAgo(scene)
    scene.server.control.orders.refund(id, '0.30')
    await tracking.ring()
    await expect.poll(tracking.notifications).toHaveLength(1)
    const [notification = ''] = await tracking.notifications()
    await (await scene.openPage()).bringToFront()
    const popup = await tracking.click(notification)
    await popup.sees(`Order ${id}`)
    await popup.sees('Refunded $0.30')
    await expect
      .poll(() => popup.page.evaluate(() => document.activeElement?.textContent))
      .toContain(`Order ${id}`)
    expect(await audit(popup.page, 'orders')).toStrictEqual([])
    expect(await tracking.notifications()).toStrictEqual([])
    await popup.close()
  })

  test('is not notified where that is switched off', async () => {
    await using scene = await stage.scene()
    const id = await placedAnHourAgo(scene)
    await scene.options.reload()
    await scene.options.bringToFront()
    const settings = openPopupDriver(scene.options)
    await settings.sees('Notifications')
    // As a keyboard does it.
    await scene.options.focus('#notification-completed')
    await scene.options.keyboard.press('Space')
    await settings.page.waitForSelector('#notification-completed:not(:checked)')
    await settings.picture('settings-notifications')
    expect(await audit(scene.options, 'settings with notifications')).toStrictEqual([])

    scene.server.control.orders.setStatus(id, completed)
    await tracking.ring()
    await expect.poll(tracking.handled).toBe(1)
    expect([await tracking.notifications(), asked(scene)]).toStrictEqual([[], ['stats']])
  })
})

describe('an upstream', () => {
  test('that is down is left alone, and asked again when it is time', async () => {
    await using scene = await stage.scene()
    await placedAnHourAgo(scene)
    scene.server.control.faults.add({ fault: 'html-403', times: 2 })
    const isSetAnew = async (): Promise<boolean> => {
      const ms = (await tracking.alarm()) ?? 0
      return ms > 30_000 && ms < 90_000
    }
    await tracking.ring()
    await expect.poll(isSetAnew).toBe(true)
    expect(asked(scene)).toStrictEqual(['stats'])
    // An alarm that rings too early is set anew, and nobody is asked.
    await tracking.ring()
    await expect.poll(isSetAnew).toBe(true)
    expect(asked(scene)).toStrictEqual(['stats'])
  })

  test('is asked once about 150 open orders', async () => {
    await using scene = await stage.scene()
    await placedAnHourAgo(scene)
    const order = { api_key: mockQqtubeKey, action: 'add', id_service: '13', quantity: '100' }
    const url = 'https://www.youtube.com/watch?v=jofNR_WkoCE'
    for (let count = 1; count < 150; count += 1) {
      const body = new URLSearchParams({ ...order, url })
      await fetch(`${scene.server.url}/v1-api`, { method: 'POST', body })
    }
    const orders = scene.server.control.orders.list()
    expect(orders).toHaveLength(150)
    await tracking.copyOrders(orders.map(({ id }) => id))
    scene.server.control.requestLog.clear()
    for (const { id } of orders) scene.server.control.orders.setStatus(id, completed)
    await tracking.ring()
    await expect.poll(tracking.notifications).toHaveLength(1)
    expect(asked(scene)).toStrictEqual(['submissions'])
  })

  test('is not asked again by a popup that opens seconds later, but by a press on “Refresh”', async () => {
    await using scene = await stage.scene()
    await placedAnHourAgo(scene)
    const popup = await openOrders(scene)
    await expect.poll(() => asked(scene).filter(action => action === 'stats')).toHaveLength(1)
    await popup.close()
    const again = await openOrders(scene)
    await again.page.waitForSelector('[aria-label="Orders"][aria-busy="false"]')
    expect(asked(scene).filter(action => action === 'stats')).toHaveLength(1)
    await again.refresh()
    await expect.poll(() => asked(scene).filter(action => action === 'stats')).toHaveLength(2)
  })
})

test('what was charged beside what was agreed to shows on the order, with the difference', async () => {
  await using scene = await stage.scene()
  const id = await placedAnHourAgo(scene)
  await tracking.agreeTo('0.75')
  scene.server.control.orders.setStatus(id, completed)
  await tracking.ring()
  await expect.poll(async () => (await tracking.badge()).text).toBe('1')
  const popup = await openOrders(scene)
  await popup.sees('Charged $0.90, $0.15 more than quoted')
  await popup.sees(`Order ${id} was charged $0.90, $0.15 more than the $0.75 that you agreed to.`)
  expect(await audit(popup.page, 'an order that was charged differently')).toStrictEqual([])
  await popup.picture('charged-differently')
})
