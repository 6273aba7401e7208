import type { PopupDriver } from '@orderwright/e2e'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { audit } from './audit.ts'
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
})
