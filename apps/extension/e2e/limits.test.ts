import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPanelScene } from './panel-scene.ts'
import { openPopupDriver, type PopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

async function openSettings({ options }: Scene): Promise<PopupDriver> {
  await options.reload()
  await options.bringToFront()
  return openPopupDriver(options)
}

/** The Limits section in the middle of the window. */
async function lookAtLimits(settings: PopupDriver, name: string): Promise<readonly string[]> {
  await settings.page.$eval('#limits', section => section.scrollIntoView())
  return await look(settings, name)
}

test('limits are set in the settings, and what is no amount is refused by name', async () => {
  await using scene = await stage.scene()
  const settings = await openSettings(scene)
  await settings.sees('Spent today $0.00, in all $0.00')
  const found = [...(await lookAtLimits(settings, 'limits'))]
  await settings.fill('Most for one order', '5,00')
  await settings.fill('Most for a day', '-1')
  await settings.page.keyboard.press('Enter')
  await settings.sees('Most for one order cannot be “5,00”')
  await settings.sees('Most for a day cannot be “-1”; it is 0 or more.')
  await settings.page.waitForSelector('[id^="limit-perOrder-"]:focus')
  found.push(...(await lookAtLimits(settings, 'limits-issues')))
  await settings.fill('Most for one order', '5.00')
  await settings.fill('Most for a day', '10')
  await settings.press('Save limits')
  await settings.sees('Saved. They hold from the next order on.')
  await settings.select('Ask once more before the same order', 'Within 1 hour of the first')
  found.push(...(await lookAtLimits(settings, 'limits-saved')))
  await settings.page.reload()
  await settings.sees('Most for a day')
  expect(
    await settings.page.$$eval('.limits input', fields => fields.map(({ value }) => value)),
  ).toStrictEqual(['5', '10', ''])
  expect(
    await settings.page.$eval(
      '#duplicate-window',
      field => field instanceof HTMLSelectElement && field.value,
    ),
  ).toBe('60')
  expect(found).toStrictEqual([])
})

async function setCaps(
  { options }: Scene,
  caps: Readonly<Record<string, string>>,
  currency = 'USD',
): Promise<void> {
  const given = { currency, caps }
  await options.evaluate(async limits => {
    const { accounts } = await chrome.storage.local.get<{ accounts: { value: { id: string }[] } }>('accounts')
    const own = accounts.value.map(({ id }) => [id, limits] as const)
    await chrome.storage.local.set({ limits: { version: 1, value: { accounts: Object.fromEntries(own) } } })
  }, given)
}

async function fill(popup: PopupDriver, quantity: string): Promise<void> {
  await popup.choose('1')
  await popup.fill('Quantity', quantity)
}

async function order(popup: PopupDriver, quantity: string): Promise<void> {
  await fill(popup, quantity)
  await popup.press('Review order')
  await popup.press('Order for ')
}

/** Whether the button that orders does anything. */
function isStopped({ page }: PopupDriver): Promise<boolean> {
  return page.$eval('.review-actions [data-variant="primary"]', button => button.ariaDisabled === 'true')
}

describe('an order over a limit is stopped, in the form, in the review and before it is sent', () => {
  test('the limit of one order', async () => {
    await using scene = await stage.scene()
    await setCaps(scene, { perOrder: '7.49' })
    const popup = await scene.openPopup(await scene.openPage())
    await fill(popup, '2000')
    expect(await popup.text()).not.toContain('more than')
    await popup.fill('Quantity', '3000')
    const sentence =
      'This order costs $7.50, more than the $7.49 that you allow for one order through QQTube; you can change that in the settings, under Limits.'
    await popup.sees(sentence)
    const found = [...(await look(popup, 'form-over-limit'))]
    await popup.press('Review order')
    await popup.sees('Over your limit')
    await popup.sees(sentence)
    expect(await isStopped(popup)).toBe(true)
    found.push(...(await look(popup, 'review-over-limit')))
    await popup.press('Order for ')
    expect(scene.adds()).toBe(0)
    await setCaps(scene, { perOrder: '7.5' })
    await expect.poll(() => isStopped(popup)).toBe(false)
    await popup.press('Order for ')
    await popup.sees('is placed')
    expect(scene.adds()).toBe(1)
    expect(found).toStrictEqual([])
  })

  test.each([
    [
      'perDay',
      'This order costs $5.00 and $7.50 has been spent through QQTube today, together more than the $12.00 that you allow for a day',
    ],
    [
      'perAccount',
      'This order costs $5.00 and $7.50 has been spent through QQTube, together more than the $12.00 that you allow in all',
    ],
  ])('%s, with what has been spent', async (name, sentence) => {
    await using scene = await stage.scene()
    await setCaps(scene, { [name]: '12' })
    const popup = await scene.openPopup(await scene.openPage())
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
    await popup.close()
    const settings = await openSettings(scene)
    await settings.sees('Spent today $10.00, in all $10.00')
  })

  test('of two windows that confirm at once, only one may spend what is left', async () => {
    await using scene = await stage.scene()
    await setCaps(scene, { perDay: '10' })
    const windows = await Promise.all(
      [0, 1].map(async () =>
        openPopupDriver(await scene.chromium.openExtensionPage('src/screens/popup.html')),
      ),
    )
    for (const [position, window] of windows.entries()) {
      await window.page.bringToFront()
      await window.choose('1')
      await window.fill('Link of the video', 'https://www.youtube.com/watch?v=jNQXAC9IVRw')
      await window.fill('Quantity', `${3 + position}000`)
      await window.press('Review order')
      await window.sees('Review your order')
    }
    await Promise.all(
      windows.map(({ page }) =>
        page.$eval('.review-actions [data-variant="primary"]', button =>
          button.dispatchEvent(new MouseEvent('click', { bubbles: true })),
        ),
      ),
    )
    const isShown = async (words: string): Promise<number> => {
      const texts = await Promise.all(windows.map(window => window.text()))
      return texts.filter(text => text.includes(words)).length
    }
    await expect.poll(() => isShown('is placed')).toBe(1)
    await expect.poll(() => isShown('together more than the $10.00')).toBe(1)
    expect(scene.adds()).toBe(1)
    await Promise.all(windows.map(window => window.close()))
  })

  test('limits in another currency than the account’s, until they are saved again', async () => {
    await using scene = await stage.scene()
    await setCaps(scene, { perOrder: '100' }, 'EUR')
    const popup = await scene.openPopup(await scene.openPage())
    await order(popup, '3000')
    await popup.sees('Your limits for QQTube are in EUR and its amounts are in USD now; set them anew')
    expect(await isStopped(popup)).toBe(true)
    await popup.close()
    const settings = await openSettings(scene)
    await settings.sees('These limits are in EUR')
    expect(await lookAtLimits(settings, 'limits-other-currency')).toStrictEqual([])
    await settings.press('Save limits')
    await settings.sees('Saved.')
    const later = await scene.openPopup(await scene.openPage())
    await later.press('Review order')
    await later.press('Order for ')
    await later.sees('is placed')
    expect(scene.adds()).toBe(1)
  })

  test('limits that cannot be read, until they are set again', async () => {
    await using scene = await stage.scene()
    await scene.options.evaluate(() => chrome.storage.local.set({ limits: { version: 1, value: 'damaged' } }))
    const popup = await scene.openPopup(await scene.openPage())
    await order(popup, '3000')
    await popup.sees('Your limits could not be read: set them again in the settings, under Limits.')
    expect(await look(popup, 'review-limits-lost')).toStrictEqual([])
    expect(scene.adds()).toBe(0)
    const opened = scene.chromium.browser.waitForTarget(target => target.url().endsWith('#limits'))
    await popup.press('Open the limits')
    const settings = openPopupDriver(await (await opened).asPage())
    await settings.sees('The limits, damaged')
    await settings.fill('Most for a day', '100')
    await settings.press('Save limits')
    await settings.sees('Saved.')
    await settings.close()
    const later = await scene.openPopup(await scene.openPage())
    await later.press('Review order')
    await later.press('Order for ')
    await later.sees('is placed')
  })

  test('a subscription is charged later, and the review says that no limit stops it', async () => {
    await using scene = await openPanelScene(stage)
    await setCaps(scene, { perOrder: '1' })
    const popup = await scene.openPopup(await scene.openPage())
    await popup.choose('39 oat')
    await popup.fill('Username', 'a.sample.account')
    await popup.fill('Minimum quantity', '50')
    await popup.fill('Maximum quantity', '100')
    await popup.select('Delay', '15')
    await popup.press('Review order')
    await popup.sees('Your limits cannot stop this')
    expect(await look(popup, 'review-subscription-limits')).toStrictEqual([])
  })
})
