import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  acceptTerms,
  type ExtensionBrowser,
  openPopupDriver,
  type PopupDriver,
  video,
} from '@orderwright/e2e'
import { createMockServer, mockQqtubeKey } from '@orderwright/mock-server'
import { expect, test } from 'vitest'
import { addAccount, openChromium, openStage } from './stage.ts'

/** Seventy of a service that asks for minutes, without an order. */
async function fill(popup: PopupDriver): Promise<void> {
  await popup.choose('10')
  await popup.fill('Quantity', '70')
  await popup.fill('Minutes', '90')
}

test('what was entered survives a browser that is killed', async () => {
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

test('in a private window it stays in memory alone', async () => {
  await using own = await openStage()
  const { chromium } = own
  await acceptTerms(own.firstRun)
  await allowInPrivateWindows(chromium)
  const options = await chromium.openExtensionPage('src/screens/options.html')
  await using server = await createMockServer()
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
