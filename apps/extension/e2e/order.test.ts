import { moveTo, openPopupDriver, type PopupDriver } from '@orderwright/e2e'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Scene, type Stage } from './stage.ts'

// What only a browser does: real pages, presses and windows, and a worker that dies. What the screens say is tested beside
// them. Longer than most, since each file starts a browser.

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

const dayMs = 24 * 3600 * 1000
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

/** The second click of a double click. */
async function secondClick(page: Page, x: number, y: number): Promise<void> {
  const session = await page.createCDPSession()
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    await session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 2 })
  }
}

test('from the click on the icon to completed, at the price that was shown', async () => {
  await using scene = await stage.scene()
  const page = await scene.openPage()
  const popup = await scene.openPopup(page)
  await popup.sees('A walk along the river')
  await popup.sees('youtube.com/watch?v=jNQXAC9IVRw')
  await popup.choose('views alder')
  await popup.fill('Quantity', '10000')
  expect(await popup.total()).toBe('22')
  await popup.sees('Balance after $978.00')
  await popup.press('Review order')
  await popup.press('Order for $22.00')
  await popup.sees('Order 123456 is placed')
  const [order] = scene.server.control.orders.list()
  expect(order).toMatchObject({
    id: '123456',
    charged: '22',
    target: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
  })
  scene.server.control.clock.advance(60 * dayMs)
  const later = await scene.openPopup(page)
  await later.press('Orders')
  await later.refresh()
  await later.sees('Completed')
  await later.sees('10,000 of 10,000')
  await later.sees('Charged $22.00, as quoted')
})

test('a page that moves on under the popup does not take the order along', async () => {
  await using scene = await stage.scene()
  const page = await scene.openPage()
  const popup = await scene.openPopup(page)
  await popup.sees('A walk along the river')
  await moveTo(page, 'https://www.youtube.com/watch?v=aaaaaaaaaaa', 'Another walk - YouTube')
  await popup.sees('It now shows “Another walk”. This order is still for “A walk along the river”.')
  await popup.choose('13')
  await popup.fill('Quantity', '10')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.target).toBe('https://www.youtube.com/watch?v=jNQXAC9IVRw')
})

describe('one order', () => {
  test('of a double click, and Enter upon it', async () => {
    await using scene = await stage.scene()
    const { page, sees } = await reviewing(scene)
    await page.locator(orderButton).click({ count: 2 })
    await page.keyboard.press('Enter')
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
    held.release()
    await second.sees('Order 123456 is placed')
    expect(scene.adds()).toBe(1)
    await second.close()
  })

  test('of a worker that is killed while it waits: unknown at the next start, then looked up', async () => {
    await using scene = await stage.scene()
    const popup = await reviewing(scene)
    const held = scene.server.control.faults.add({ fault: 'held', action: 'add' })
    const listing = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'submissions' })
    await popup.press('Order for ')
    await scene.server.control.requestLog.waitFor({ action: 'add' })
    await scene.chromium.killWorker()
    await popup.sees('We don’t know yet if this order went through')
    await popup.sees('Something interrupted the order while it was being sent')
    held.release()
    listing.release()
    await popup.sees('Order 123456 is placed')
    expect([scene.adds(), scene.server.control.orders.list().length]).toStrictEqual([1, 1])
  })

  test('of a popup and a worker that end while it waits: the next popup says what is known and what to do', async () => {
    await using scene = await stage.scene()
    const page = await scene.openPage()
    const popup = await scene.openPopup(page)
    await review(popup)
    const listing = scene.server.control.faults.add({ fault: 'held', when: 'before', action: 'submissions' })
    const held = scene.server.control.faults.add({ fault: 'held', action: 'add' })
    await popup.press('Order for ')
    await scene.server.control.requestLog.waitFor({ action: 'add' })
    await popup.close()
    await scene.chromium.killWorker()
    const later = await scene.openPopup(page)
    await later.sees('Something interrupted the order while it was being sent')
    expect(await later.text()).not.toContain('Restored')
    held.release()
    listing.release()
    await later.press('Show the order')
    await later.sees('Order 123456')
    expect([scene.adds(), scene.server.control.orders.list().length]).toStrictEqual([1, 1])
  })
})

test('the same order again is asked about; Enter once more, or the second click of a double one, is no yes', async () => {
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
  expect(scene.adds()).toBe(1)
  await popup.press('Don’t order')
  await popup.sees('Price breakdown')
  expect(scene.adds()).toBe(1)
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.press('Order it again for $7.50')
  await popup.sees('is placed')
  expect(scene.adds()).toBe(2)
})

test('Enter, Escape and the arrows are the input method’s while it composes', async () => {
  await using scene = await stage.scene()
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('services to choose from')
  const { page } = popup
  await page.locator('#service').click()
  await page.waitForSelector('[role="option"]')
  const client = await page.createCDPSession()
  await client.send('Input.imeSetComposition', { text: 'views', selectionStart: 5, selectionEnd: 5 })
  await page.waitForSelector('[role="option"][data-active]')
  const active = (): Promise<string | undefined> =>
    page.$eval('[role="option"][data-active]', option => option.id).catch(() => undefined)
  for (const key of ['ArrowDown', 'Enter', 'Escape'] as const) {
    await page.keyboard.press(key)
    expect([await active(), await page.$eval('#service', field => field.ariaExpanded)], key).toStrictEqual([
      'service-option-0',
      'true',
    ])
  }
  await client.send('Input.insertText', { text: 'views' })
  await page.keyboard.press('Enter')
  await page.waitForSelector('#service[aria-expanded="false"]')
  // The service's details are read once it is chosen.
  expect(await page.waitForSelector('#quantity')).not.toBeNull()
})

test('what is entered and finds no room left is said to be lost, and never to be restored', async () => {
  await using scene = await stage.scene()
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('10')
  await popup.fill('Quantity', '70')
  await scene.options.evaluate(async () => {
    const used = await chrome.storage.local.getBytesInUse()
    await chrome.storage.local.set({
      filler: 'x'.repeat(chrome.storage.local.QUOTA_BYTES - used - '"filler"'.length),
    })
  })
  await popup.fill('Quantity', '7000')
  await popup.sees('What you enter isn’t saved')
  expect(await popup.text()).not.toContain('Restored')
  await scene.options.evaluate(() => chrome.storage.local.remove('filler'))
  await popup.fill('Quantity', '90')
  await popup.page.waitForFunction(() => !document.body.textContent?.includes('isn’t saved'))
})
