import { mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPopupDriver, type PopupDriver } from './popup-driver.ts'
import { addAccount, openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

const link = 'https://www.youtube.com/watch?v=jNQXAC9IVRw'
const orderButton = '::-p-xpath(//button[starts-with(normalize-space(.), "Order for")])'

/**
 * The popup as a page in a tab, as another window would show it: Chromium closes a popup when something else comes to
 * the front. It is over no video, so that the link is pasted.
 */
async function openWindow({ chromium }: Scene): Promise<PopupDriver> {
  const page = await chromium.openExtensionPage('src/screens/popup.html')
  await page.setViewport({ width: 380, height: 600, deviceScaleFactor: 2 })
  return openPopupDriver(page)
}

async function review(popup: PopupDriver, isPasted = false): Promise<void> {
  await popup.page.bringToFront()
  await popup.choose('1')
  if (isPasted) await popup.fill('Link of the video', link)
  await popup.fill('Quantity', '3000')
  await popup.press('Review order')
  await popup.sees('Review your order')
}

async function reviewing(scene: Scene): Promise<PopupDriver> {
  const popup = await scene.openPopup(await scene.openPage())
  await review(popup)
  return popup
}

async function reviewingWindow(scene: Scene): Promise<PopupDriver> {
  const window = await openWindow(scene)
  await review(window, true)
  return window
}

/** Presses while the page is not in front. */
async function pressBehind({ page }: PopupDriver): Promise<void> {
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent?.startsWith('Order for'))?.click()
  })
}

/** Where an element is on the screen. */
async function middleOf(page: Page, selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const box = await (await page.waitForSelector(selector))?.boundingBox()
  if (!box) throw new Error(`nothing is shown at ${selector}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** What a double click is, once its first click is over. */
async function secondClick(page: Page, x: number, y: number): Promise<void> {
  const session = await page.createCDPSession()
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    await session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 2 })
  }
}

describe('one order', () => {
  test('of a double click', async () => {
    await using scene = await stage.scene()
    const { page, sees } = await reviewing(scene)
    await page.locator(orderButton).click({ count: 2 })
    await sees('is placed')
    expect(scene.adds()).toBe(1)
  })

  test('of Enter twice', async () => {
    await using scene = await stage.scene()
    const { page, sees } = await reviewing(scene)
    await page.focus(orderButton)
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')])
    await sees('is placed')
    expect(scene.adds()).toBe(1)
  })

  test('of two windows that confirm at once', async () => {
    await using scene = await stage.scene()
    const first = await reviewingWindow(scene)
    const second = await reviewingWindow(scene)
    const held = scene.server.control.faults.add({ fault: 'held', action: 'add' })
    await Promise.all([pressBehind(first), pressBehind(second)])
    await scene.server.control.requestLog.waitFor({ action: 'add' })
    held.release()
    const count = async (words: RegExp): Promise<number> =>
      (await Promise.all([first.text(), second.text()])).filter(text => words.test(text)).length
    // Not by waiting in the pages: the one behind draws nothing.
    await expect.poll(() => count(/is placed/)).toBe(1)
    await expect.poll(() => count(/You have ordered this before|may have been placed/)).toBe(1)
    expect(scene.adds()).toBe(1)
    await Promise.all([first.close(), second.close()])
  })

  test('of a popup that is loaded again while it sends', async () => {
    await using scene = await stage.scene()
    const second = await reviewingWindow(scene)
    const held = scene.server.control.faults.add({ fault: 'held', action: 'add' })
    await second.press('Order for ')
    await scene.server.control.requestLog.waitFor({ action: 'add' })
    await second.page.reload()
    await second.sees('The order is being sent')
    await second.sees('Choose a service to see its price.')
    expect(await look(second, 'reloaded-while-sending')).toStrictEqual([])
    held.release()
    await second.sees('Order 123456 is placed')
    expect(scene.adds()).toBe(1)
    await second.close()
  })

  test('of a popup that is loaded again before the order is even stored', async () => {
    await using scene = await stage.scene()
    const window = await reviewingWindow(scene)
    const held = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'services' })
    await window.press('Order for ')
    await expect.poll(() => held.remaining()).toBe(0)
    await window.page.reload()
    await window.sees('Restored what you entered')
    await window.press('Review order')
    await window.sees('Review your order')
    await pressBehind(window)
    held.release()
    await window.sees('You have ordered this before')
    expect(scene.adds()).toBe(1)
    await window.close()
  })

  test('of two accounts’ popups, while the first is on its way, and asked about after', async () => {
    await using scene = await stage.scene()
    const first = await reviewingWindow(scene)
    const held = scene.server.control.faults.add({ fault: 'held', action: 'add' })
    await first.press('Order for ')
    await scene.server.control.requestLog.waitFor({ action: 'add' })
    await addAccount(scene.options, scene.server, mockQqtubeKey, 'Second')
    const second = await openWindow(scene)
    await second.select('Account', 'Second')
    await review(second, true)
    await second.press('Order for ')
    await second.sees('The same order may have been placed already')
    expect(await look(second, 'review-unresolved')).toStrictEqual([])
    // It went through the other account, whose orders show.
    await second.press('Show that order')
    await second.sees('Sending')
    expect(await second.page.$eval('select', select => select.selectedOptions[0]?.text)).toBe('QQTube')
    await second.select('Account', 'Second')
    await second.press('Order')
    await second.press('Review order')
    await second.sees('Review your order')
    held.release()
    await expect.poll(() => scene.server.control.orders.list().length).toBe(1)
    await expect
      .poll(async () => {
        await pressBehind(second)
        return (await second.text()).includes('You have ordered this before')
      })
      .toBe(true)
    expect(scene.adds()).toBe(1)
    await Promise.all([first.close(), second.close()])
  })
})

describe('the same order again', () => {
  test('is asked about once more, naming the earlier one; a double click on the first question is no yes', async () => {
    await using scene = await stage.scene()
    const popup = await reviewing(scene)
    await popup.press('Order for ')
    await popup.sees('Order 123456 is placed')
    await popup.press('New order')
    await review(popup)
    const { page } = popup
    const { x, y } = await middleOf(page, orderButton)
    await page.mouse.click(x, y)
    await popup.sees('You have ordered this before')
    await popup.sees('Order 123456 through QQTube, just now')
    // Enter once more, and the second click of a double one, where the question has taken the button’s place.
    await page.keyboard.press('Enter')
    await secondClick(page, x, y)
    expect(await look(popup, 'review-duplicate')).toStrictEqual([])
    expect(scene.adds()).toBe(1)
    await popup.press('Don’t order')
    await popup.sees('How it adds up')
    expect(scene.adds()).toBe(1)
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.press('Order it again for $7.50')
    await popup.sees('is placed')
    expect(scene.adds()).toBe(2)
  })

  test('is asked about again where another one came in meanwhile', async () => {
    await using scene = await stage.scene()
    const first = await reviewingWindow(scene)
    await first.press('Order for ')
    await first.sees('Order 123456 is placed')
    await first.press('New order')
    await review(first, true)
    await first.press('Order for ')
    await first.sees('Order 123456 through QQTube')
    const second = await reviewingWindow(scene)
    await second.press('Order for ')
    await second.press('Order it again for ')
    await second.sees('Order 123457 is placed')
    await second.close()
    await first.page.bringToFront()
    await first.press('Order it again for ')
    await first.sees('Order 123457 through QQTube')
    expect(scene.adds()).toBe(2)
    await first.close()
  })

  test('is not asked about where the person has chosen so, but for what came in during the review', async () => {
    await using scene = await stage.scene()
    await scene.options.evaluate(() =>
      chrome.storage.local.set({ limits: { version: 1, value: { accounts: {}, duplicateMinutes: 0 } } }),
    )
    const first = await reviewingWindow(scene)
    await first.press('Order for ')
    await first.sees('Order 123456 is placed')
    await first.press('New order')
    await review(first, true)
    const second = await reviewingWindow(scene)
    await second.press('Order for ')
    await second.sees('Order 123457 is placed')
    await second.close()
    await first.page.bringToFront()
    await first.press('Order for ')
    await first.sees('Order 123457 through QQTube')
    expect(await first.text()).not.toContain('Order 123456 through')
    expect(scene.adds()).toBe(2)
    await first.close()
  })
})
