import { mockQqtubeKey } from '@orderwright/mock-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

/** The popup with an order of 3,000 views under review. */
async function reviewing(scene: Scene): Promise<PopupDriver> {
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('1')
  await popup.fill('Quantity', '3000')
  await popup.press('Review order')
  return popup
}

describe('rejected', () => {
  test('shows the upstream’s words, that nothing was charged, and the form to correct', async () => {
    await using scene = await stage.scene()
    const popup = await reviewing(scene)
    // The funds go after the check and before the order, as when another window spends them.
    const held = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'add' })
    await popup.press('Order for ')
    await expect.poll(() => held.remaining()).toBe(0)
    scene.server.control.accounts.setFunds(mockQqtubeKey, '1')
    held.release()
    await popup.sees('The order was refused')
    await popup.sees('Nothing was charged. Correct the order and send it again.')
    await popup.picture('ending-rejected')
    expect(scene.server.control.orders.list()).toHaveLength(0)
    await popup.press('Back to the form')
    expect(await popup.total()).toBe('7.5')
  })
})

describe('nothing was ordered', () => {
  test('a server that was stopped: said in the review, and ordered from there once it is back', async () => {
    await using scene = await stage.scene()
    const popup = await reviewing(scene)
    await scene.server.close()
    await popup.press('Order for ')
    await popup.sees('Nothing was ordered')
    await popup.sees('Can’t reach')
    await popup.sees('Nothing was sent.')
    await popup.picture('review-not-reached')
  })

  test('an order above the balance', async () => {
    await using scene = await stage.scene()
    const popup = await reviewing(scene)
    scene.server.control.accounts.setFunds(mockQqtubeKey, '7.49')
    await popup.press('Order for ')
    await popup.sees('This order costs $7.50, but QQTube has $7.49; add funds there first.')
    expect(scene.adds()).toBe(0)
  })
})

describe('unknown', () => {
  test('a connection reset after the order was taken: looked up and adopted, never sent again', async () => {
    await using scene = await stage.scene()
    const popup = await reviewing(scene)
    const held = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'submissions' })
    scene.server.control.faults.add({ fault: 'reset', action: 'add' })
    await popup.press('Order for ')
    await popup.sees('It is not known whether the order was taken')
    await popup.sees('do not order it again before that is done')
    await popup.picture('ending-unknown')
    held.release()
    await popup.sees('Order 123456 is placed')
    expect(scene.adds()).toBe(1)
  })

  test('a connection reset before it was taken: it is not in the list, and can be closed then', async () => {
    await using scene = await stage.scene()
    const popup = await reviewing(scene)
    scene.server.control.faults.add({ fault: 'reset', when: 'before', action: 'add' })
    await popup.press('Order for ')
    await popup.sees('It is not known')
    await popup.sees('your orders at QQTube do not have it so far')
    await popup.picture('ending-unknown-not-there')
    await popup.press('It was not placed')
    await popup.sees('The order was not placed')
    expect(scene.adds()).toBe(1)
  })

  test('a worker killed while it waits: unknown at the next start, then looked up', async () => {
    await using scene = await stage.scene()
    const popup = await reviewing(scene)
    const held = scene.server.control.faults.add({ fault: 'held', action: 'add' })
    const listing = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'submissions' })
    await popup.press('Order for ')
    await scene.server.control.requestLog.waitFor({ action: 'add' })
    await scene.chromium.killWorker()
    await popup.sees('It is not known whether the order was taken')
    await popup.sees('It was interrupted while it was being sent')
    held.release()
    listing.release()
    await popup.sees('Order 123456 is placed')
    expect([scene.adds(), scene.server.control.orders.list().length]).toStrictEqual([1, 1])
  })

  test('a popup closed while it waits: the worker writes down the ending all the same', async () => {
    await using scene = await stage.scene()
    const page = await scene.openPage()
    const popup = await scene.openPopup(page)
    await popup.choose('1')
    await popup.fill('Quantity', '3000')
    await popup.press('Review order')
    const held = scene.server.control.faults.add({ fault: 'held', action: 'add' })
    await popup.press('Order for ')
    await scene.server.control.requestLog.waitFor({ action: 'add' })
    await popup.close()
    held.release()
    const later = await scene.openPopup(page)
    await later.press('Orders')
    await later.sees('Order 123456')
    expect(scene.adds()).toBe(1)
  })
})
