import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPopupDriver, type PopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

/** Each is asked once more, and what it would destroy is there as long as nobody has said yes. */
const questions = [
  {
    action: 'Remove',
    answer: 'Remove account and key',
    prepare: async () => undefined,
  },
  {
    action: 'Remove from here',
    answer: 'Remove for good',
    prepare: ({ options }: Scene) =>
      options.evaluate(() => chrome.storage.local.set({ 'set-aside:unreadable:1700000000000:limits': 1 })),
  },
  {
    action: 'Forget everything',
    answer: 'Forget it all',
    prepare: async () => undefined,
  },
  {
    action: 'I forgot the passphrase',
    answer: 'Remove all keys',
    prepare: async ({ options }: Scene) => {
      await options.evaluate(async () => {
        await chrome.runtime.sendMessage({
          type: 'change-key-mode',
          change: { mode: 'passphrase', passphrase: 'otter lantern gravel seven' },
        })
        await chrome.runtime.sendMessage({ type: 'lock-keys' })
      })
    },
  },
] as const

async function settingsOf({ options }: Scene): Promise<PopupDriver> {
  await options.reload()
  await options.bringToFront()
  return openPopupDriver(options)
}

const button = (text: string): string => `::-p-xpath(//button[normalize-space(.) = "${text}"])`

/** All that is stored on the disk. */
const stored = (page: Page): Promise<unknown> => page.evaluate(() => chrome.storage.local.get(null))

/** Resolves when the page has handled all that it was sent, and has drawn it. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )

test.each(questions)('a double click on “$action” asks, and does not answer', async question => {
  await using scene = await stage.scene()
  await question.prepare(scene)
  const { page } = await settingsOf(scene)
  const before = await stored(page)
  await page.locator(button(question.action)).setEnsureElementIsInTheViewport(true).click({ count: 2 })
  await page.waitForSelector(button(question.answer))
  await settled(page)
  expect(await page.$(button(question.answer))).not.toBeNull()
  expect(await stored(page)).toStrictEqual(before)
})

test.each(questions)('Enter held down on “$action” asks, and does not answer', async question => {
  await using scene = await stage.scene()
  await question.prepare(scene)
  const { page } = await settingsOf(scene)
  const before = await stored(page)
  await (await page.waitForSelector(button(question.action)))?.focus()
  for (let repeat = 0; repeat < 12; repeat += 1) await page.keyboard.down('Enter')
  await settled(page)
  await page.keyboard.up('Enter')
  const focus = await page.evaluate(() => document.activeElement?.textContent)
  expect([(await page.$(button(question.answer))) === null, focus]).toStrictEqual([false, 'Cancel'])
  expect(await stored(page)).toStrictEqual(before)
})

test('a second press where the first one was does not remove the account either, however late it comes', async () => {
  await using scene = await stage.scene()
  const { page } = await settingsOf(scene)
  const before = await stored(page)
  const box = await (await page.waitForSelector(button('Remove')))?.boundingBox()
  if (!box) throw new Error('the button is not on the screen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.click(x, y)
  await page.waitForSelector(button('Remove account and key'))
  await page.mouse.click(x, y)
  await settled(page)
  expect(await stored(page)).toStrictEqual(before)
})

test('who answers is believed: by a press of its own, or by the keyboard', async () => {
  await using scene = await stage.scene()
  const settings = await settingsOf(scene)
  const { page } = settings
  await settings.press('Remove')
  await settings.press('Cancel')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove')
  await page.keyboard.press('Enter')
  await page.waitForSelector(button('Remove account and key'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('.account') === null)
  expect(JSON.stringify(await stored(page))).not.toContain('QQTube')
})
