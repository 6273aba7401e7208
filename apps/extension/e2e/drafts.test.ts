import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExtensionBrowser, video } from '@orderwright/e2e'
import { createMockServer, mockQqtubeKey } from '@orderwright/mock-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPopupDriver, type PopupDriver } from './popup-driver.ts'
import { addAccount, giveConsent, openChromium, openStage, type Scene, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

/** Seventy of a service that asks for minutes, without an order. */
async function fill(popup: PopupDriver): Promise<void> {
  await popup.choose('10')
  await popup.fill('Quantity', '70')
  await popup.fill('Minutes', '90')
}

const focused = (popup: PopupDriver): Promise<string> =>
  popup.page.evaluate(() => document.activeElement?.id ?? '')

async function fillAndClose(scene: Scene, link?: string): Promise<void> {
  const popup = await scene.openPopup(await scene.openPage(link))
  await fill(popup)
  await popup.close()
}

describe('what was entered', () => {
  test('is there again when the popup was closed, can be discarded, and that can be undone', async () => {
    await using scene = await stage.scene()
    await fillAndClose(scene)
    const popup = await scene.openPopup(await scene.openPage())
    await popup.sees('Restored what you entered just now.')
    expect(await popup.total()).toBe('2.52')
    const found = [...(await look(popup, 'draft-restored'))]
    await popup.press('Discard')
    await popup.sees('Discarded what you had entered.')
    await popup.sees('Choose a service to see its price.')
    await expect.poll(() => focused(popup)).toBe('service')
    found.push(...(await look(popup, 'draft-discarded')))
    await popup.press('Undo')
    expect(await popup.total()).toBe('2.52')
    await popup.press('Discard')
    await popup.close()
    const later = await scene.openPopup(await scene.openPage())
    await later.sees('Choose a service to see its price.')
    expect(await later.text()).not.toContain('Restored')
    expect(found).toStrictEqual([])
  })

  test('belongs to its video, and is gone once it is ordered', async () => {
    await using scene = await stage.scene()
    await fillAndClose(scene)
    const other = await scene.openPopup(await scene.openPage('https://www.youtube.com/watch?v=aaaaaaaaaaa'))
    await other.sees('Choose a service to see its price.')
    await other.close()
    const popup = await scene.openPopup(await scene.openPage())
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.sees('is placed')
    await popup.close()
    const later = await scene.openPopup(await scene.openPage())
    await later.sees('Choose a service to see its price.')
    expect(await later.text()).not.toContain('Restored')
  })

  test('survives the death of the worker, and says that a service is gone', async () => {
    await using scene = await stage.scene()
    const popup = await scene.openPopup(await scene.openPage())
    await fill(popup)
    await scene.chromium.killWorker()
    await popup.close()
    scene.server.control.catalogue.replace('qqtube', [
      {
        id_service: '13',
        public_name: 'Likes',
        type_name: 'Likes',
        amount_minimum: '10',
        amount_increment: '10',
        example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
        prices: [{ minimum: '10', maximum: '20000', pricing_per: '1000', price: '3' }],
        params: [],
      },
    ])
    const later = await scene.openPopup(await scene.openPage())
    await later.page.locator('::-p-aria([name="Refresh"])').click()
    await later.sees('Service 10 is no longer offered')
    expect(await look(later, 'draft-service-gone')).toStrictEqual([])
    await later.choose('13')
    expect(await later.text()).not.toContain('no longer offered')
    expect(await later.total()).toBe('0.21')
  })

  test('survives a browser that is killed', async () => {
    const userDataDir = await mkdtemp(join(tmpdir(), 'orderwright-drafts-'))
    try {
      const first = await openStage({ userDataDir })
      await using scene = await first.scene()
      const popup = await scene.openPopup(await first.chromium.openPage())
      await fill(popup)
      // What is on its way to the disk may be lost with the browser; what was stored may not.
      const stored = (): Promise<string> =>
        first.options.evaluate(async () => JSON.stringify(await chrome.storage.local.get()))
      await expect.poll(stored).toContain('"90"')
      await first.chromium.crash()
      await using second = await openChromium({ userDataDir })
      const later = openPopupDriver(await second.openPopup(await second.openPage()))
      await later.sees('Restored what you entered')
      expect(await later.total()).toBe('2.52')
    } finally {
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})

test('in a private window it stays in memory alone', async () => {
  await using own = await openStage()
  const { chromium } = own
  await allowInPrivateWindows(chromium)
  const options = await chromium.openExtensionPage('src/screens/options.html')
  await using server = await createMockServer()
  await giveConsent(options)
  await addAccount(options, server, mockQqtubeKey)
  const openPrivate = async (): Promise<PopupDriver> => {
    const opened = chromium.browser.waitForTarget(target => target.url() === video.url)
    await options.evaluate(url => chrome.windows.create({ incognito: true, url }), video.url)
    const tab = await (await opened).page()
    if (tab === null) throw new Error('The private window has no page.')
    return openPopupDriver(await chromium.openPopup(tab))
  }
  const first = await openPrivate()
  await fill(first)
  await first.close()
  const stored = (area: 'local' | 'session'): Promise<string> =>
    options.evaluate(async name => JSON.stringify(await chrome.storage[name].get()), area)
  await expect.poll(() => stored('session')).toContain('"90"')
  expect(await stored('local')).not.toMatch(/draft:|jNQXAC9IVRw|"90"/)
})

test('that finds no room left is said to be lost, and never to be restored', async () => {
  await using scene = await stage.scene()
  const popup = await scene.openPopup(await scene.openPage())
  await fill(popup)
  await scene.options.evaluate(async () => {
    const used = await chrome.storage.local.getBytesInUse()
    await chrome.storage.local.set({
      filler: 'x'.repeat(chrome.storage.local.QUOTA_BYTES - used - '"filler"'.length),
    })
  })
  await popup.fill('Quantity', '7000')
  await popup.sees('What you enter isn’t saved')
  expect(await popup.text()).not.toContain('Restored')
  expect(await look(popup, 'draft-not-kept')).toStrictEqual([])
  await scene.options.evaluate(() => chrome.storage.local.remove('filler'))
  await popup.fill('Quantity', '90')
  await popup.page.waitForFunction(() => !document.body.textContent?.includes('isn’t saved'))
})

/** Switches on what a person switches on at chrome://extensions, on that page. */
async function allowInPrivateWindows({ browser, extension }: ExtensionBrowser): Promise<void> {
  const page = await browser.newPage()
  await page.goto('chrome://extensions/')
  await page.evaluate(async extensionId => {
    const settings: object = Reflect.get(chrome, 'developerPrivate')
    const set = (name: string, change: object): Promise<void> => Reflect.get(settings, name)(change)
    // Else the browser takes an unpacked extension for switched off when it starts it anew.
    await set('updateProfileConfiguration', { inDeveloperMode: true })
    await set('updateExtensionConfiguration', { extensionId, incognitoAccess: true })
    // It starts the extension anew.
    const isBack = async (): Promise<boolean> =>
      Reflect.get(await Reflect.get(settings, 'getExtensionInfo')(extensionId), 'incognitoAccess').isActive
    while (!(await isBack())) await new Promise(requestAnimationFrame)
  }, extension.id)
  await page.close()
}
