import { openPopupDriver, type PopupDriver, video } from '@orderwright/e2e'
import { mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look, takePicture } from './look.ts'
import { openPanelScene } from './panel-scene.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

// Longer than most: a browser takes two seconds of CPU to start, so all that axe looks at stands in one file.

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

async function openPopup(scene: Scene): Promise<PopupDriver> {
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('services to choose from')
  return popup
}

const passphrase = 'otter lantern gravel seven'

async function settingsOf({ options }: Scene): Promise<PopupDriver> {
  await options.reload()
  await options.bringToFront()
  return openPopupDriver(options)
}

/** The same order as that of the tests, which the extension has nothing to do with. */
async function orderElsewhere({ server }: Scene): Promise<void> {
  const fields = { api_key: mockQqtubeKey, action: 'add', id_service: '1', quantity: '3000', url: video.url }
  await fetch(`${server.url}/v1-api`, { method: 'POST', body: new URLSearchParams(fields) })
}

describe('every screen is free of what axe finds, in light and in dark', () => {
  test('the form, the picker, the steps, the review, the outcome and the orders', async () => {
    await using scene = await stage.scene()
    const popup = await openPopup(scene)
    const found = [...(await look(popup, 'form-empty'))]
    await popup.press('Orders')
    found.push(...(await look(popup, 'orders-empty')))
    await popup.press('Order')
    await popup.page.locator('#service').click()
    await popup.page.keyboard.type('views')
    await popup.page.waitForSelector('[role="option"]')
    found.push(...(await look(popup, 'picker')))
    await popup.page.keyboard.press('Escape')
    await popup.choose('6 fir')
    await popup.fill('Quantity', '150')
    await popup.press('Review order')
    found.push(...(await look(popup, 'form-issues')))
    await popup.fill('Quantity', '1500')
    await popup.select('Retention', '60 %')
    await popup.select('Country', 'Germany')
    await popup.page.$eval('main', main => main.scrollTo(0, 0))
    await popup.page.mouse.move(0, 0)
    await popup.page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    )
    found.push(...(await look(popup, 'form')))
    await popup.press('Price breakdown')
    found.push(...(await look(popup, 'steps')))
    await popup.press('Review order')
    found.push(...(await look(popup, 'review')))
    await popup.press('Order for ')
    await popup.sees('is placed')
    found.push(...(await look(popup, 'placed')))
    await popup.press('All orders')
    await popup.sees('as quoted')
    found.push(...(await look(popup, 'orders')))
    expect(found).toStrictEqual([])
  })

  test('what went wrong, in the popup', async () => {
    await using scene = await stage.scene()
    const popup = await openPopup(scene)
    const order = async (quantity: string): Promise<void> => {
      await popup.choose('13')
      await popup.fill('Quantity', quantity)
      await popup.press('Review order')
      await popup.press('Order for ')
    }
    scene.server.control.faults.add({ fault: 'empty', action: 'add' })
    scene.server.control.faults.add({ fault: 'html', action: 'submissions', times: 4 })
    await order('100')
    await popup.sees('We don’t know yet')
    const found = [...(await look(popup, 'unknown'))]
    await popup.press('Back to the form')
    scene.server.control.faults.add({ fault: 'html-403', action: 'add' })
    await order('200')
    await popup.sees('The order was refused')
    found.push(...(await look(popup, 'refused')))
    await popup.press('All orders')
    found.push(...(await look(popup, 'orders-mixed')))
    await scene.server.close()
    await popup.page.locator('::-p-aria([name="Refresh"])').click()
    await popup.press('Order')
    await popup.sees('Can’t reach')
    found.push(...(await look(popup, 'unreachable')))
    expect(found).toStrictEqual([])
  })

  test('the gates, the settings and the first-run page', async () => {
    await using scene = await stage.scene({ hasConsent: false, hasAccount: false })
    const page = await scene.openPage()
    const gate = await scene.openPopup(page)
    await gate.sees('One thing first')
    const found = [...(await look(gate, 'gate-consent'))]
    const welcome = openPopupDriver(await scene.chromium.openExtensionPage('src/screens/welcome.html'))
    found.push(...(await look(welcome, 'welcome')))
    await welcome.press('I understand')
    await welcome.sees('Accepted on')
    found.push(...(await look(welcome, 'welcome-accepted')))
    await welcome.close()
    const options = openPopupDriver(await scene.chromium.openExtensionPage('src/screens/options.html'))
    await options.press('Save and test')
    found.push(...(await look(options, 'options-issues')))
    await options.fill('Name', 'QQTube')
    await options.fill('Address of the API', `${scene.server.url}/v1-api`)
    await options.fill('Key', mockQqtubeKey)
    await options.press('Save and test')
    await options.sees('Connected')
    found.push(...(await look(options, 'options')))
    await options.close()
    expect(found).toStrictEqual([])
  })

  test('an order that is restored, over a limit, ordered before, and one of several that it may be', async () => {
    await using scene = await stage.scene()
    const settings = await settingsOf(scene)
    await settings.fill('Per order', '5,00')
    await settings.press('Save limits')
    await settings.sees('“5,00” isn’t an amount')
    const found = [...(await look(settings, 'limits-issues'))]
    await settings.fill('Per order', '7.50')
    await settings.press('Save limits')
    await settings.sees('Saved.')
    const page = await scene.openPage()
    const first = await scene.openPopup(page)
    await first.choose('1')
    await first.fill('Quantity', '4000')
    await first.sees('over your $7.50')
    found.push(...(await look(first, 'form-over-limit')))
    await first.close()
    const popup = await scene.openPopup(page)
    await popup.sees('Restored what you entered')
    found.push(...(await look(popup, 'draft-restored')))
    await popup.press('Review order')
    await popup.sees('Over your limit')
    found.push(...(await look(popup, 'review-over-limit')))
    await popup.press('Back')
    await popup.fill('Quantity', '3000')
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.sees('is placed')
    await popup.press('New order')
    await popup.choose('1')
    await popup.fill('Quantity', '3000')
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.sees('You have ordered this before')
    found.push(...(await look(popup, 'review-duplicate')))
    await orderElsewhere(scene)
    scene.server.control.faults.add({ action: 'add', fault: 'reset' })
    await popup.press('Order it again for ')
    await popup.sees('of your orders at')
    found.push(...(await look(popup, 'unknown-candidates')))
    expect(found).toStrictEqual([])
  })

  test('at a panel: drip-feed, an order in doubt, and what can be asked of one', async () => {
    await using scene = await openPanelScene(stage, { server: { clock: { isHeld: true } } })
    const popup = await openPopup(scene)
    await popup.choose('3 clover')
    await popup.fill('Quantity', '1000')
    await popup.fill('Runs', '10')
    await popup.fill('Interval', '30')
    await popup.page.$eval('main', main => main.scrollTo(0, main.scrollHeight))
    const found = [...(await look(popup, 'panel-drip-feed'))]
    await popup.choose('1 acorn')
    await popup.fill('Quantity', '1000')
    await popup.press('Review order')
    scene.server.control.faults.add({ action: 'add', fault: 'reset' })
    await popup.press('Order for ')
    await popup.sees('Your balance fell by $0.90')
    await popup.press('It was placed')
    await popup.sees('Enter the number that Panel gave it.')
    found.push(...(await look(popup, 'unknown-panel')))
    await popup.press('Back to the form')
    await popup.sees('We don’t know yet if this order went through: ')
    found.push(...(await look(popup, 'unknown-panel-news')))
    await popup.press('Show the order')
    await popup.fill('Its number at Panel', '123456')
    await popup.press('It was placed')
    await popup.press('Cancel order')
    await popup.sees('Ask Panel to cancel')
    found.push(...(await look(popup, 'panel-cancel')))
    await popup.press('Keep the order')
    scene.server.control.clock.advance(24 * 3_600_000)
    await popup.refresh()
    await popup.press('Ask for a refill')
    await popup.sees('Refill pending')
    found.push(...(await look(popup, 'panel-refill')))
    expect(found).toStrictEqual([])
  })

  test('keys behind a passphrase', async () => {
    await using scene = await stage.scene()
    const settings = await settingsOf(scene)
    await settings.page.locator('#key-mode-passphrase').click()
    await settings.fill('Passphrase', 'password1234')
    await settings.sees('Strength: weak.')
    await settings.press('Encrypt the keys')
    const found = [...(await look(settings, 'keys-passphrase'))]
    await settings.fill('Passphrase', passphrase)
    await settings.fill('The same again', passphrase)
    await settings.press('Encrypt the keys')
    await settings.sees('Your keys are encrypted now.')
    found.push(...(await look(settings, 'keys-unlocked')))
    await settings.press('Lock now')
    await settings.press('I forgot the passphrase')
    found.push(...(await look(settings, 'keys-locked')))
    const popup = await scene.openPopup(await scene.openPage())
    await popup.sees('Your keys are locked')
    found.push(...(await look(popup, 'popup-locked')))
    await popup.fill('Passphrase', passphrase)
    await popup.page.keyboard.press('Enter')
    await popup.sees('services to choose from')
    expect(found).toStrictEqual([])
  })
})

/** Where everything that can be seen of the form is. */
function boxes(page: Page): Promise<readonly string[]> {
  return page.$$eval(
    'label, .control, .field-description, button, .target, [data-testid="total"]',
    elements =>
      elements.map(element => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return `${element.id || element.getAttribute('data-variant') || element.className} ${[x, y, width, height].map(Math.round).join(' ')}`
      }),
  )
}

/** Sentences of two lines, of one and of none: each must find room that is there already. */
const wordy = [
  {
    id_service: '1',
    public_name: 'Sample',
    type_name: 'Sample',
    amount_minimum: '100',
    amount_increment: '100',
    example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
    prices: [{ minimum: '100', maximum: '5000', pricing_per: '100', price: '1' }],
    params: [
      {
        field_name: 'name',
        field_label: 'The name that should stand above it all',
        field_validators: 'required|minchar:40',
        options: [],
      },
      { field_name: 'place', field_label: 'Place', field_validators: 'required', options: [] },
      { field_name: 'lines', field_label: 'Lines', field_validators: 'required|minlines:3', options: [] },
    ],
  },
]

test('nothing moves while someone types', async () => {
  await using scene = await stage.scene({ server: { catalogue: { qqtube: wordy } } })
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('sample')
  // The toggle of the steps, the balance and the quantities to choose come with what is typed, in room that is kept for them.
  const moved = (before: readonly string[], after: readonly string[]): readonly string[] =>
    after.filter(box => !before.includes(box) && !/total|quiet|choice-chip/.test(box))
  const before = await boxes(popup.page)
  for (const [label, text] of [
    ['Quantity', 'x'],
    ['Quantity', '12345678901234567890'],
    ['Quantity', '100'],
    ['The name that should stand above it all', 'too short'],
    ['Place', 'x'],
    ['Place', ''],
    ['Lines', 'one'],
    ['Quantity', ''],
  ] as const) {
    await popup.fill(label, text)
    await popup.page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    )
    await popup.page.$eval('main', main => main.scrollTo(0, 0))
    expect(moved(before, await boxes(popup.page)), `${label}: ${text}`).toStrictEqual([])
  }
  await popup.press('Review order')
  await popup.sees('Place is required.')
  await popup.page.$eval('main', main => main.scrollTo(0, 0))
  expect(moved(before, await boxes(popup.page))).toStrictEqual([])
})

test('10,000 services: found by typing, 50 shown, the rest counted', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    id_service: `${n + 1}`,
    public_name: `Sample service ${n + 1}`,
    type_name: ['Views', 'Likes', 'Comments'][n % 3],
    amount_minimum: '10',
    amount_increment: '10',
    example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
    prices: [{ minimum: '10', maximum: '10000', pricing_per: '1000', price: `${(n % 40) + 1}.25` }],
    params: [],
  }))
  await using scene = await stage.scene({ server: { catalogue: { qqtube: rows } } })
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('10,000 services to choose from')
  await popup.page.locator('#service').click()
  await popup.sees('50 of 10,000 shown')
  expect(await popup.page.$$eval('[role="option"]', options => options.length)).toBe(50)
  await takePicture(popup.page, 'ten-thousand')
  await popup.page.keyboard.press('Escape')
  await popup.choose('9999')
  await popup.fill('Quantity', '1000')
  expect(await popup.total()).toBe('39.25')
})

test('the keyboard alone orders, and sees where it is', async () => {
  await using scene = await stage.scene()
  const popup = await openPopup(scene)
  const { page } = popup
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '')
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 30 && (await focused()) !== name; presses += 1)
      await page.keyboard.press('Tab')
    expect(await focused()).toBe(name)
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    )
    expect(outline, name).toBe('solid')
  }
  await tabTo('service')
  await page.keyboard.type('likes alder')
  await page.keyboard.press('Enter')
  await tabTo('quantity')
  await page.keyboard.type('100')
  await tabTo('Review order')
  await page.keyboard.press('Enter')
  await popup.sees('Review your order')
  await expect.poll(focused).toBe('Review your order')
  await tabTo('Order for $0.90')
  await page.keyboard.press('Enter')
  await popup.sees('is placed')
  expect(scene.server.control.orders.list()[0]?.charged).toBe('0.9')
})

test('a search with an amount, and one chord, order by the keyboard alone', async () => {
  await using scene = await stage.scene()
  const popup = await openPopup(scene)
  const { keyboard } = popup.page
  await popup.sees('services to choose from')
  await keyboard.type('views alder 25$')
  await popup.page.waitForSelector('[role="option"][data-active]')
  await takePicture(popup.page, 'search-with-amount')
  await keyboard.press('Enter')
  await popup.sees('$25.00 buys 11,000')
  await popup.sees('From 50,000 on: $1.85 per 1,000.')
  expect(await look(popup, 'next-price-break')).toStrictEqual([])
  await keyboard.down('Control')
  await keyboard.press('Enter')
  await keyboard.up('Control')
  await popup.sees('Ordering for $24.20')
  expect(scene.adds()).toBe(0)
  expect(await look(popup, 'held')).toStrictEqual([])
  await popup.sees('Order 123456 is placed')
  await popup.sees('of 11,000')
  expect(scene.server.control.orders.list()[0]?.charged).toBe('24.2')
})
