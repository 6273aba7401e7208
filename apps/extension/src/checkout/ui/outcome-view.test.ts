import { mockQqtubeKey } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'

/** The popup with an order of 3,000 views under review. */
async function reviewing(scene: Scene): Promise<Screen> {
  const popup = await scene.openPopup()
  await popup.choose('1')
  await popup.fill('Quantity', '3000')
  await popup.press('Review order')
  return popup
}

describe('rejected', () => {
  test('shows the upstream’s words, that nothing was charged, and the form to correct', async () => {
    await using scene = await openScene()
    const popup = await reviewing(scene)
    // The funds go after the check and before the order, as when another window spends them.
    const held = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'add' })
    await popup.press('Order for ')
    await expect.poll(() => held.remaining()).toBe(0)
    scene.server.control.accounts.setFunds(mockQqtubeKey, '1')
    held.release()
    await popup.sees('The order was refused')
    await popup.sees('Nothing was charged. Fix it and order again.')
    expect(scene.server.control.orders.list()).toHaveLength(0)
    await popup.press('Back to the form')
    expect(popup.total()).toBe('7.5')
  })
})

describe('nothing was ordered', () => {
  test('a server that was stopped: said in the review, and ordered from there once it is back', async () => {
    await using scene = await openScene()
    const popup = await reviewing(scene)
    await scene.server.close()
    await popup.press('Order for ')
    await popup.sees('Nothing was ordered')
    await popup.sees('Can’t reach')
    await popup.sees('Nothing was sent.')
  })

  test('an order above the balance', async () => {
    await using scene = await openScene()
    const popup = await reviewing(scene)
    scene.server.control.accounts.setFunds(mockQqtubeKey, '7.49')
    await popup.press('Order for ')
    await popup.sees('You’re $0.01 short: QQTube has $7.49. Add funds there first.')
    expect(scene.adds()).toBe(0)
  })
})

describe('unknown', () => {
  test('a connection reset after the order was taken: looked up and adopted, never sent again', async () => {
    await using scene = await openScene()
    const popup = await reviewing(scene)
    const held = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'submissions' })
    scene.server.control.faults.add({ fault: 'reset', action: 'add' })
    await popup.press('Order for ')
    await popup.sees('We don’t know yet if this order went through')
    await popup.sees('please don’t reorder yet')
    held.release()
    await popup.sees('Order 123456 is placed')
    expect(scene.adds()).toBe(1)
  })

  test('a connection reset before it was taken: it is not in the list, and can be closed then', async () => {
    await using scene = await openScene()
    const popup = await reviewing(scene)
    scene.server.control.faults.add({ fault: 'reset', when: 'before', action: 'add' })
    await popup.press('Order for ')
    await popup.sees('We don’t know yet')
    await popup.sees('It isn’t among your orders there so far')
    await popup.press('It was not placed')
    await popup.sees('The order was not placed')
    expect(scene.adds()).toBe(1)
  })
})
