import type { AccountLimits } from '@orderwright/outbox'
import { describe, expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/scene.tsx'
import type { Screen } from '../../../test/screen.ts'
import { limitsItem } from '../limit-store.ts'

test('limits are set in the settings, and what is no amount is refused by name', async () => {
  await using scene = await openScene()
  const settings = await scene.openSettings()
  await settings.sees('Spent today $0.00, in all $0.00')
  expect(await settings.audit()).toStrictEqual([])
  await settings.fill('Per order', '5,00')
  await settings.fill('Per day', '-1')
  await settings.enter()
  await settings.sees('“5,00” isn’t an amount')
  await settings.sees('“-1” is below zero.')
  await expect.poll(() => document.activeElement?.id).toMatch(/^limit-perOrder-/)
  expect(await settings.audit()).toStrictEqual([])
  await settings.fill('Per order', '5.00')
  await settings.fill('Per day', '10')
  await settings.press('Save limits')
  await settings.sees('Saved. They apply from the next order on.')
  await settings.select('Warn me about duplicate orders', 'Within 1 hour of the first')
  expect(await settings.audit()).toStrictEqual([])
  settings.close()
  const { root } = await scene.openSettings()
  const fields = root.querySelectorAll<HTMLInputElement>('.limits input, #duplicate-window')
  expect([...fields].map(({ value }) => value).toSorted()).toStrictEqual(['', '10', '5', '60'])
})

async function setCaps(scene: Scene, caps: AccountLimits['caps'], currency = 'USD'): Promise<void> {
  const accounts = Object.fromEntries(scene.accountIds.map(id => [id, { currency, caps }]))
  await limitsItem.set({ accounts })
}

async function fill(popup: Screen, quantity: string): Promise<void> {
  await popup.choose('1')
  await popup.fill('Quantity', quantity)
}

async function order(popup: Screen, quantity: string): Promise<void> {
  await fill(popup, quantity)
  await popup.press('Review order')
  await popup.pressAt(orderButton)
}

const orderButton = '.review-actions [data-variant="primary"]'

/** Whether the button that orders does anything. */
function isStopped({ root }: Screen): boolean {
  return (
    root.querySelector('.review-actions [data-variant="primary"]')?.getAttribute('aria-disabled') === 'true'
  )
}

describe('an order over a limit is stopped, in the form, in the review and before it is sent', () => {
  test('the limit of one order', async () => {
    await using scene = await openScene()
    await setCaps(scene, { perOrder: '7.49' })
    const popup = await scene.openPopup()
    await fill(popup, '2000')
    expect(popup.text()).not.toContain('over your')
    await popup.fill('Quantity', '3000')
    const sentence = '$0.01 over your $7.49 per-order limit.'
    await popup.sees(sentence)
    expect(await popup.audit()).toStrictEqual([])
    await popup.press('Review order')
    await popup.sees('Over your limit')
    await popup.sees(sentence)
    expect(isStopped(popup)).toBe(true)
    expect(await popup.audit()).toStrictEqual([])
    await popup.pressAt(orderButton)
    expect(scene.adds()).toBe(0)
    await setCaps(scene, { perOrder: '7.5' })
    await expect.poll(() => isStopped(popup)).toBe(false)
    await popup.press('Order for ')
    await popup.sees('is placed')
    expect(scene.adds()).toBe(1)
  })

  test.each([
    ['perDay', '$0.50 over your $12.00 per-day limit'],
    ['perAccount', '$0.50 over your $12.00 total limit'],
  ])('%s, with what has been spent', async (name, sentence) => {
    await using scene = await openScene()
    await setCaps(scene, { [name]: '12' })
    const popup = await scene.openPopup()
    await order(popup, '3000')
    await popup.sees('is placed')
    await popup.press('New order')
    await order(popup, '2000')
    await popup.sees(sentence)
    await popup.press('Back')
    await popup.fill('Quantity', '1000')
    await popup.press('Review order')
    await popup.press('Order for $2.50')
    await popup.sees('is placed')
    expect(scene.adds()).toBe(2)
    popup.close()
    const settings = await scene.openSettings()
    await settings.sees('Spent today $10.00, in all $10.00')
  })

  test('of two windows that confirm at once, only one may spend what is left', async () => {
    await using scene = await openScene()
    await setCaps(scene, { perDay: '10' })
    const windows = [await scene.openPopup(), await scene.openPopup()]
    for (const [position, window] of windows.entries()) {
      await fill(window, `${3 + position}000`)
      await window.press('Review order')
      await window.sees('Review your order')
    }
    await Promise.all(windows.map(window => window.pressAt(orderButton)))
    const isShown = (words: string): number => windows.filter(window => window.text().includes(words)).length
    await expect.poll(() => isShown('is placed')).toBe(1)
    await expect.poll(() => isShown('over your $10.00')).toBe(1)
    expect(scene.adds()).toBe(1)
  })

  test('limits in another currency than the account’s, until they are saved again', async () => {
    await using scene = await openScene()
    await setCaps(scene, { perOrder: '100' }, 'EUR')
    const popup = await scene.openPopup()
    await order(popup, '3000')
    await popup.sees('Your limits for QQTube are in EUR, but it charges in USD')
    expect(isStopped(popup)).toBe(true)
    popup.close()
    const settings = await scene.openSettings()
    await settings.sees('These limits are in EUR')
    expect(await settings.audit()).toStrictEqual([])
    await settings.press('Save limits')
    await settings.sees('Saved.')
    const later = await scene.openPopup()
    await later.press('Review order')
    await later.press('Order for ')
    await later.sees('is placed')
    expect(scene.adds()).toBe(1)
  })

  test('limits that cannot be read, until they are set again', async () => {
    await using scene = await openScene()
    await chrome.storage.local.set({ [limitsItem.key]: { version: 1, value: 'damaged' } })
    const popup = await scene.openPopup()
    await order(popup, '3000')
    await popup.sees('Your limits couldn’t be read.')
    expect(await popup.audit()).toStrictEqual([])
    expect(scene.adds()).toBe(0)
    await popup.press('Change limit')
    expect(scene.opened).toStrictEqual([expect.stringMatching(/options\.html#limits$/)])
    const settings = await scene.openSettings()
    await settings.sees('The limits, damaged')
    await settings.fill('Per day', '100')
    await settings.press('Save limits')
    await settings.sees('Saved.')
    settings.close()
    const later = await scene.openPopup()
    await later.press('Review order')
    await later.press('Order for ')
    await later.sees('is placed')
  })

  test('a subscription is charged later, and the review says that no limit stops it', async () => {
    await using scene = await openScene({ accounts: ['panel'] })
    await setCaps(scene, { perOrder: '1' })
    const popup = await scene.openPopup()
    await popup.choose('39 oat')
    await popup.fill('Username', 'a.sample.account')
    await popup.fill('Minimum quantity', '50')
    await popup.fill('Maximum quantity', '100')
    await popup.select('Delay', '15')
    await popup.press('Review order')
    await popup.sees('Your limits can’t stop this')
    expect(await popup.audit()).toStrictEqual([])
  })
})
