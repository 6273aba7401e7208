import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPopupDriver, type PopupDriver } from './popup-driver.ts'
import { openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage
let folder: string

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderwright-data-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function settingsOf({ options }: Scene): Promise<PopupDriver> {
  await options.reload()
  await options.bringToFront()
  return openPopupDriver(options)
}

/** The end of the page, as a person sees it, and as axe does. */
async function lookAtEnd(settings: PopupDriver, name: string): Promise<readonly string[]> {
  await settings.page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  return await look(settings, name)
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

test('all that is stored goes out into a file without keys, is forgotten, and comes back', async () => {
  await using scene = await stage.scene()
  await placeOrder(scene)
  const settings = await settingsOf(scene)
  const found = [...(await lookAtEnd(settings, 'data'))]
  const file = await downloadBy(settings.page, () => settings.press('Export to a file'))
  expect(file).toContain('"orderId": "123456"')
  expect(file).not.toContain(mockQqtubeKey)

  await settings.press('Forget everything')
  found.push(...(await lookAtEnd(settings, 'data-forget')))
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
  found.push(...(await lookAtEnd(settings, 'data-preview')))
  expect(await settings.page.evaluate(() => chrome.storage.local.getKeys())).toStrictEqual([])
  await settings.press('Import')
  await settings.sees('1 order added: ')
  await settings.sees('No key for QQTube')
  found.push(...(await lookAtEnd(settings, 'data-imported')))
  await importFile(settings, '{ "format": "orderwright", "version": 7 }')
  await settings.sees('This file is of a newer Orderwright.')
  found.push(...(await lookAtEnd(settings, 'data-newer')))
  expect(found).toStrictEqual([])
})

test('what cannot be read is shown, can be looked at, and is removed by the person alone', async () => {
  await using scene = await stage.scene()
  await scene.options.evaluate(() =>
    chrome.storage.local.set({
      balances: { version: 1, value: 'damaged' },
      activeAccount: { version: 9, value: { id: 'of a later version' } },
    }),
  )
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('services to choose from')
  await popup.close()
  await scene.options.evaluate(() =>
    chrome.storage.local.set({ 'set-aside:unreadable:1700000000000:keys': 'may be a key' }),
  )
  const settings = await settingsOf(scene)
  await settings.sees('The last balances, damaged')
  await settings.sees('The account last used, written by a newer version')
  await settings.sees('It may hold keys, so it can only be removed')
  expect(await look(settings, 'data-set-aside')).toStrictEqual([])
  const file = await downloadBy(settings.page, () => settings.press('Download'))
  expect(file).toMatch(/damaged|of a later version/)
  const count = (): Promise<number> => settings.page.$$eval('.set-aside li', elements => elements.length)
  await settings.press('Remove from here')
  await settings.press('Remove for good')
  await expect.poll(count).toBe(2)
})
