import { openPopupDriver, type PopupDriver } from '@orderwright/e2e'
import { mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takePicture } from './look.ts'
import { addAccount, openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage
let browserSettings: Page

beforeAll(async () => {
  stage = await openStage()
  browserSettings = await stage.chromium.browser.newPage()
  await browserSettings.goto('chrome://settings/')
})

afterAll(() => stage[Symbol.asyncDispose]())

/** Without a place to break. */
const long = (text: string, length: number): string => text.repeat(length).slice(0, length)

const catalogue = [
  {
    id_service: '1',
    public_name: long('Views', 220),
    type_name: long('Category', 120),
    amount_minimum: '10',
    amount_increment: '10',
    example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
    prices: [{ minimum: '10', maximum: '100000', pricing_per: '1000', price: '1.23456789' }],
    params: [
      {
        field_name: 'minutes',
        field_label: long('Minutes', 120),
        field_descr: long('Described', 200),
        field_validators: 'required|min:5',
        is_price_modifier: '1',
        modify_type: 'add',
        modify_every: '1',
        modify_by: '0.5',
        options: [],
      },
      { field_name: 'place', field_label: 'Place', options: [{ name: long('Place', 200), value: 'a' }] },
    ],
  },
]

async function openLong(): Promise<Scene> {
  const scene = await stage.scene({ server: { catalogue: { qqtube: catalogue } }, hasAccount: false })
  await addAccount(scene.options, scene.server, mockQqtubeKey, long('Account', 200))
  await addAccount(scene.options, scene.server, mockQqtubeKey, 'Other')
  return scene
}

/** Returns the first words of each element that overflows its box or sticks out of the window at a side. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isClipped = (element: Element): boolean =>
      element.closest('.visually-hidden, svg, select, option, .review-note bdi') !== null ||
      (element.parentElement !== null && getComputedStyle(element.parentElement).textOverflow === 'ellipsis')
    return [...document.querySelectorAll('#app *')]
      .filter(element => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 0 && (right > innerWidth + 1 || left < -1) && !isClipped(element)
      })
      .map(element => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 40)}`)
  })
}

/** Tells whether the button whose text begins like this is fully visible once it is scrolled to, with nothing on top of it. */
async function isReachable(page: Page, text: string): Promise<boolean> {
  const button = await page.waitForSelector(
    `::-p-xpath(//button[starts-with(normalize-space(.), "${text}")])`,
  )
  return (
    (await button?.evaluate(element => {
      element.scrollIntoView({ block: 'nearest' })
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const isInside = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1
      return isInside && element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
    })) ?? false
  )
}

/** Sets the page zoom for everything, as a person does on the settings' own page. */
function zoom(percent: number): Promise<void> {
  return browserSettings.evaluate(async factor => {
    const settings: object = Reflect.get(chrome, 'settingsPrivate')
    await Reflect.get(settings, 'setDefaultZoom')(factor)
  }, percent / 100)
}

test.each([100, 150, 200, 300, 400])('names of any length at a zoom of %d percent', async percent => {
  await using scene = await openLong()
  await zoom(percent)
  const popup = await scene.openPopup(await scene.openPage())
  const { page } = popup
  const found: string[] = []
  /** The button is one that must be reached. */
  const look = async (screen: string, button?: string): Promise<void> => {
    found.push(...(await sticksOut(page)).map(element => `${screen}: ${element}`))
    if (button !== undefined && !(await isReachable(page, button)))
      found.push(`${screen}: “${button}” cannot be reached`)
    await takePicture(popup.page, `narrow-${percent}-${screen}`)
  }
  await popup.sees('to choose from')
  expect(await page.evaluate(() => devicePixelRatio)).toBe(percent / 100)
  await look('empty', 'Review order')
  await page.locator('#service').click()
  await page.waitForSelector('[role="option"]')
  await page.$eval('#service', field => field.scrollIntoView({ block: 'start' }))
  await look('picker')
  await page.keyboard.press('Escape')
  await popup.choose('views')
  await popup.press('Review order')
  await page.waitForSelector('[aria-invalid="true"]')
  await look('issues', 'Review order')
  await popup.fill('Quantity', '12340')
  await popup.fill('Minutes', '77')
  await popup.press('Price breakdown')
  await look('steps', 'Review order')
  await popup.press('Price breakdown')
  await popup.press('Review order')
  await popup.sees('Review your order')
  await look('review', 'Order for')
  await popup.press('Order for ')
  await popup.sees('is placed')
  await look('placed', 'New order')
  await popup.press('All orders')
  await popup.sees('as quoted')
  await look('orders')
  expect(found).toStrictEqual([])
})

test('settings and first page, at the width that 400 % of zoom leaves, with names of any length', async () => {
  await zoom(100)
  await using scene = await openLong()
  const found: string[] = []
  const open = async (path: string): Promise<PopupDriver> => {
    const driver = openPopupDriver(await scene.chromium.openExtensionPage(path))
    await driver.page.setViewport({ width: 320, height: 256 })
    return driver
  }
  const options = await open('src/screens/options.html')
  await options.sees('Settings')
  const look = async (screen: string): Promise<void> => {
    found.push(...(await sticksOut(options.page)).map(element => `${screen}: ${element}`))
    await takePicture(options.page, `narrow-${screen}`)
  }
  await look('options')
  await options.press('Remove')
  await look('options-remove')
  await options.press('Cancel')
  await options.press('Edit')
  await look('options-edit')
  if (!(await isReachable(options.page, 'Save and test'))) found.push('“Save and test” cannot be reached')
  await options.close()
  const welcome = await open('src/screens/welcome.html')
  found.push(...(await sticksOut(welcome.page)).map(element => `welcome: ${element}`))
  await welcome.close()
  expect(found).toStrictEqual([])
})
