import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'
import { limitsItem } from '../../limits/limit-store.ts'

async function review(popup: Screen): Promise<void> {
  await popup.choose('1')
  await popup.fill('Quantity', '3000')
  await popup.press('Review order')
  await popup.sees('Review your order')
}

async function reviewing(scene: Scene): Promise<Screen> {
  const popup = await scene.openPopup()
  await review(popup)
  return popup
}

/** Places the order that is asked for, and gives the popup with the same one under review. */
async function reviewingAgain(scene: Scene): Promise<Screen> {
  const popup = await reviewing(scene)
  await popup.press('Order for ')
  await popup.sees('Order 123456 is placed')
  await popup.press('New order')
  await review(popup)
  return popup
}

test('a popup that closes before its order is even stored: the next one is asked about the same order', async () => {
  await using scene = await openScene()
  const first = await reviewing(scene)
  const held = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'services' })
  await first.press('Order for ')
  await expect.poll(() => held.remaining()).toBe(0)
  first.close()
  const second = await scene.openPopup()
  await second.sees('Restored what you entered')
  await second.press('Review order')
  await second.sees('Review your order')
  await second.press('Order for ')
  held.release()
  await second.sees('You have ordered this before')
  expect(scene.adds()).toBe(1)
})

test('an order is not sent through a second account while the first is on its way, and asked about after', async () => {
  await using scene = await openScene()
  const first = await reviewing(scene)
  const held = scene.server.control.faults.add({ fault: 'held', action: 'add' })
  await first.press('Order for ')
  await scene.server.control.requestLog.waitFor({ action: 'add' })
  await scene.addAccount('qqtube', 'Second')
  const second = await scene.openPopup()
  await second.sees('services to choose from')
  await second.select('Account', 'Second')
  await second.sees('services to choose from')
  await review(second)
  await second.press('Order for ')
  await second.sees('The same order may have been placed already')
  expect(await second.audit()).toStrictEqual([])
  // It went through the other account, whose orders show.
  await second.press('Show that order')
  await second.sees('Sending')
  expect(await second.valueOf('Account')).toBe('QQTube')
  await second.select('Account', 'Second')
  await second.press('Order')
  await second.sees('Restored what you entered')
  await second.press('Review order')
  await second.sees('Review your order')
  held.release()
  await first.sees('is placed')
  await second.press('Order for ')
  await second.sees('You have ordered this before')
  expect(scene.adds()).toBe(1)
})

test('a price that changed since is shown beside the old one, and asked again', async () => {
  await using scene = await openScene()
  const popup = await reviewing(scene)
  scene.server.control.catalogue.replace('qqtube', [
    {
      id_service: '1',
      public_name: 'Views · Alder',
      type_name: 'Views',
      amount_minimum: '1000',
      amount_increment: '1000',
      example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
      prices: [{ minimum: '1000', maximum: '9000', pricing_per: '1000', price: '2.75' }],
      params: [],
    },
  ])
  await popup.press('Order for $7.50')
  await popup.sees('The price went up from $7.50 to $8.25.')
  expect(scene.adds()).toBe(0)
  await popup.press('Order for $8.25')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.charged).toBe('8.25')
})

describe('the same order again', () => {
  test('is asked about once more, naming the earlier one, and sent only by a yes', async () => {
    await using scene = await openScene()
    const popup = await reviewingAgain(scene)
    await popup.press('Order for ')
    await popup.sees('You have ordered this before')
    await popup.sees('Order 123456 through QQTube, just now')
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('Don’t order')
    await popup.sees('Price breakdown')
    expect(scene.adds()).toBe(1)
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.press('Order it again for $7.50')
    await popup.sees('is placed')
    expect(scene.adds()).toBe(2)
  })

  test('is asked about again where another one came in meanwhile', async () => {
    await using scene = await openScene()
    const first = await reviewingAgain(scene)
    await first.press('Order for ')
    await first.sees('Order 123456 through QQTube')
    const second = await reviewing(scene)
    await second.press('Order for ')
    await second.press('Order it again for ')
    await second.sees('Order 123457 is placed')
    await first.press('Order it again for ')
    await first.sees('Order 123457 through QQTube')
    expect(scene.adds()).toBe(2)
  })

  test('is not asked about where the person has chosen so, but for what came in during the review', async () => {
    await using scene = await openScene()
    await limitsItem.set({ accounts: {}, duplicateMinutes: 0 })
    const first = await reviewingAgain(scene)
    const second = await reviewing(scene)
    await second.press('Order for ')
    await second.sees('Order 123457 is placed')
    await first.press('Order for ')
    await first.sees('Order 123457 through QQTube')
    expect(first.text()).not.toContain('Order 123456 through')
    expect(scene.adds()).toBe(2)
  })
})
