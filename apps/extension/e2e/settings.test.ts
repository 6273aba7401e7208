import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPopupDriver, type PopupDriver } from '@orderwright/e2e'
import { mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

// Longer than most: a browser takes two seconds of CPU to start, so what only a browser does in the settings stands in one file.

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

async function settingsOf({ options }: Scene): Promise<PopupDriver> {
  await options.reload()
  await options.bringToFront()
  return openPopupDriver(options)
}

async function placeOrder(scene: Scene): Promise<void> {
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('13')
  await popup.fill('Quantity', '100')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
  await popup.close()
}

/** All that would be destroyed is at hand: an account, an unreadable value, everything, and keys that are locked. */
async function withAllQuestions(scene: Scene): Promise<Page> {
  await scene.options.evaluate(async () => {
    await chrome.storage.local.set({ 'set-aside:unreadable:1700000000000:limits': 1 })
    const passphrase = 'otter lantern gravel seven'
    await chrome.runtime.sendMessage({ type: 'change-key-mode', change: { mode: 'passphrase', passphrase } })
    await chrome.runtime.sendMessage({ type: 'lock-keys' })
  })
  return (await settingsOf(scene)).page
}

/** Each is asked once more, and what it would destroy is there as long as nobody has said yes. */
const questions = [
  { action: 'Remove', answer: 'Remove account and key' },
  { action: 'Remove from here', answer: 'Remove for good' },
  { action: 'I forgot the passphrase', answer: 'Remove all keys' },
  { action: 'Forget everything', answer: 'Forget it all' },
] as const

const passphrase = 'otter lantern gravel seven'

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

describe('what cannot be undone is asked once more', () => {
  test('and a double click asks, and does not answer', async () => {
    await using scene = await stage.scene()
    const page = await withAllQuestions(scene)
    const before = await stored(page)
    for (const { action, answer } of questions) {
      await page.locator(button(action)).setEnsureElementIsInTheViewport(true).click({ count: 2 })
      await page.waitForSelector(button(answer))
      await settled(page)
      expect(await page.$(button(answer)), action).not.toBeNull()
    }
    expect(await stored(page)).toStrictEqual(before)
  })

  test('and Enter held down asks, and does not answer', async () => {
    await using scene = await stage.scene()
    const page = await withAllQuestions(scene)
    const before = await stored(page)
    for (const { action, answer } of questions) {
      await (await page.waitForSelector(button(action)))?.focus()
      for (let repeat = 0; repeat < 12; repeat += 1) await page.keyboard.down('Enter')
      await settled(page)
      await page.keyboard.up('Enter')
      const focus = await page.evaluate(() => document.activeElement?.textContent)
      expect([(await page.$(button(answer))) === null, focus], action).toStrictEqual([false, 'Cancel'])
    }
    expect(await stored(page)).toStrictEqual(before)
  })

  test('and a second press where the first one was does not remove the account either, however late it comes', async () => {
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

  test('and who answers is believed: by a press of its own, or by the keyboard', async () => {
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
})

describe('all that is stored', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orderwright-data-'))
  })

  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** The file that a press on the button makes, as text. */
  async function downloadBy(page: Page, press: () => Promise<void>): Promise<string> {
    const session = await page.createCDPSession()
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
    await press()
    const finished = async (): Promise<readonly string[]> =>
      (await readdir(folder)).filter(name => name.endsWith('.json'))
    await expect.poll(finished).toHaveLength(1)
    const [name = ''] = await finished()
    return await readFile(join(folder, name), 'utf8')
  }

  async function importFile(settings: PopupDriver, text: string): Promise<void> {
    const path = join(folder, 'chosen.json')
    await writeFile(path, text)
    const [chooser] = await Promise.all([
      settings.page.waitForFileChooser(),
      settings.page.locator('.file-choice').click(),
    ])
    await chooser.accept([path])
  }

  test('goes out into a file without keys, is forgotten, and comes back', async () => {
    await using scene = await stage.scene()
    await placeOrder(scene)
    const settings = await settingsOf(scene)
    const found = [...(await look(settings, 'data'))]
    const file = await downloadBy(settings.page, () => settings.press('Export to a file'))
    expect(file).toContain('"orderId": "123456"')
    expect(file).not.toContain(mockQqtubeKey)

    await settings.press('Forget everything')
    await settings.press('Forget it all')
    await settings.sees('Welcome to Orderwright')
    const left = await settings.page.evaluate(async () => [
      await chrome.storage.local.getKeys(),
      await chrome.storage.session.getKeys(),
      (await indexedDB.databases()).map(({ name }) => name),
    ])
    expect(left).toStrictEqual([[], [], []])
    const popup = await scene.openPopup(await scene.openPage())
    await popup.sees('One thing first')
    await popup.close()

    await settings.page.goto(settings.page.url().replace('welcome.html', 'options.html'))
    await settings.page.bringToFront()
    await importFile(settings, file)
    await settings.sees(`Account QQTube at ${scene.server.url}/v1-api would be added. Enter its key again.`)
    await settings.sees('1 order would be added: ')
    found.push(...(await look(settings, 'data-preview')))
    expect(await settings.page.evaluate(() => chrome.storage.local.getKeys())).toStrictEqual([])
    await settings.press('Import')
    await settings.sees('1 order added: ')
    await settings.sees('No key for QQTube')
    found.push(...(await look(settings, 'data-imported')))
    await importFile(settings, '{ "format": "orderwright", "version": 7 }')
    await settings.sees('A newer Orderwright made this file.')
    expect(found).toStrictEqual([])
  })
})

test('keys stay unlocked when the worker dies, and lock when their time is over', async () => {
  await using scene = await stage.scene()
  const settings = await settingsOf(scene)
  await settings.page.locator('#key-mode-passphrase').click()
  await settings.fill('Passphrase', passphrase)
  await settings.fill('The same again', passphrase)
  await settings.press('Encrypt the keys')
  await settings.sees('Your keys are encrypted now.')
  await scene.chromium.killWorker()
  await settings.press('Test connection')
  await settings.sees('$1,000.00')
  expect(await settings.page.evaluate(() => chrome.alarms.get('lock-keys'))).toMatchObject({
    name: 'lock-keys',
  })
  await settings.page.evaluate(async () => {
    const { unlocked } = await chrome.storage.session.get<{ unlocked: { version: number; value: object } }>(
      'unlocked',
    )
    await chrome.storage.session.set({ unlocked: { ...unlocked, value: { ...unlocked.value, until: 0 } } })
    await chrome.alarms.create('lock-keys', { when: Date.now() })
  })
  await settings.sees('Your keys are locked.')
  expect(await settings.page.evaluate(() => chrome.storage.session.getKeys())).toStrictEqual([])
})

test('nobody but the extension’s own pages makes the worker do anything: no other extension, web page, or page of ours that is the wrong one', async () => {
  await using scene = await stage.scene()
  const { chromium, options, server } = scene
  const accounts = await options.evaluate(() => chrome.storage.local.get(['accounts']))
  const accountId = /"id":"([^"]+)"/.exec(JSON.stringify(accounts))?.[1] ?? ''
  const message = { type: 'read-balance', accountId }
  const { id } = chromium.extension

  const otherId = await chromium.browser.installExtension(join(import.meta.dirname, 'other-extension'))
  const other = await chromium.browser.waitForTarget(target => target.url().endsWith('other-worker.js'))
  const said = await (await other.worker())?.evaluate(
    (to, wanted) =>
      chrome.runtime.sendMessage(to, wanted).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    id,
    message,
  )
  expect(said).toContain('Receiving end does not exist')

  await chromium.browser.uninstallExtension(otherId)

  const page = await scene.openPage()
  const ofPage = await page.evaluate(() => [typeof globalThis.chrome?.runtime?.sendMessage])
  expect(ofPage).toStrictEqual(['undefined'])

  const welcome = await chromium.openExtensionPage('src/screens/welcome.html')
  const ofWelcome = await welcome.evaluate(
    wanted =>
      chrome.runtime.sendMessage(wanted).then(
        answer => JSON.stringify(answer ?? 'no answer'),
        (error: Error) => error.message,
      ),
    message,
  )
  await welcome.close()
  expect(ofWelcome).not.toContain('amount')
  expect(server.control.requestLog.list()).toStrictEqual([])
})
