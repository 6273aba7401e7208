import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  acceptTerms,
  type ExtensionBrowser,
  firstRunPage,
  launchBrowser,
  openPopupDriver,
  type PopupDriver,
} from '@orderwright/e2e'
import { createMockServer, type MockServer } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { domText, filesWith, receiversOf, storedTexts } from './secrecy.ts'

const key = 'distinctive-key-6f1c2ab97d'
const passphrase = 'otter lantern gravel seven'

async function sealKeys(settings: PopupDriver): Promise<void> {
  await settings.page.locator('#key-mode-passphrase').click()
  await settings.fill('Passphrase', passphrase)
  await settings.fill('The same again', passphrase)
  await settings.press('Encrypt the keys')
  await settings.sees('Your keys are encrypted now.')
}

async function keepForSession(settings: PopupDriver): Promise<void> {
  await settings.page.locator('#key-mode-session').click()
  await settings.press('Keep keys this way')
  await settings.sees('Your keys are in memory only now')
}

/** Looks at every screen while an order is lost, and gives what holds the key of what is shown and stored. */
async function useKey(chromium: ExtensionBrowser, server: MockServer, settings: PopupDriver): Promise<Found> {
  const shown = new Map<string, string>()
  const said: string[] = []
  listen(settings.page, said)
  const worker = await chromium.worker()
  worker.on('console', message => said.push(message.text()))
  shown.set('settings', await domText(settings.page))
  await settings.press('Edit')
  shown.set('the account’s form', await domText(settings.page))
  await settings.press('Cancel')
  const popup = openPopupDriver(await chromium.openPopup(await chromium.openPage()))
  listen(popup.page, said)
  await popup.choose('13')
  // Another one each time: it is not asked about.
  await popup.fill('Quantity', `${server.control.orders.list().length + 1}00`)
  shown.set('order', await domText(popup.page))
  await popup.press('Review order')
  shown.set('review', await domText(popup.page))
  server.control.faults.add({ fault: 'reset', action: 'add' })
  server.control.faults.add({ fault: 'html', action: 'submissions', times: 9 })
  await popup.press('Order for ')
  await popup.sees('We don’t know yet')
  shown.set('outcome', await domText(popup.page))
  await popup.press('Look it up')
  await popup.sees('doesn’t answer like')
  await popup.press('All orders')
  shown.set('orders', await domText(popup.page))
  await popup.close()
  await settings.page.bringToFront()
  server.control.faults.clear()
  const areas = Object.entries(await storedTexts(settings.page))
  const holding = (texts: Iterable<readonly [string, string]>): readonly string[] =>
    [...texts].filter(([, text]) => text.includes(key)).map(([name]) => name)
  return {
    shown: holding(shown),
    said: said.filter(line => line.includes(key) || line.includes(passphrase)),
    stored: holding(areas),
  }
}

/** Where the key was found: on which screens, in which lines of a console, in which areas of the storage. */
interface Found {
  readonly shown: readonly string[]
  readonly said: readonly string[]
  readonly stored: readonly string[]
}

test('a key is in its own item and in its upstream’s requests, and nowhere else, however it is kept', async () => {
  await using server = await createMockServer({ accounts: [{ key }] })
  await using folder = await temporaryFolder()
  const profile = join(folder.path, 'profile')
  const netLogs = ['first', 'second'].map(name => join(folder.path, `${name}.json`))
  const [first = '', second = ''] = netLogs
  {
    await using chromium = await launchBrowser({ extension: loopback, userDataDir: profile, netLog: first })
    await beginFirstRun(chromium)
    const settings = await openSettings(chromium)
    await sealKeys(settings)
    await addAccount(settings, server)
    const behindPassphrase = await useKey(chromium, server, settings)
    expect(behindPassphrase).toStrictEqual({ shown: [], said: [], stored: [] })
    await keepForSession(settings)
    const forSession = await useKey(chromium, server, settings)
    expect(forSession).toStrictEqual({ shown: [], said: [], stored: ['the item sessionKeys'] })
  }
  expect(await filesWith(profile, key)).toStrictEqual([])
  {
    await using chromium = await launchBrowser({ extension: loopback, userDataDir: profile, netLog: second })
    const settings = await openSettings(chromium)
    await settings.sees('No key for Main')
    await settings.page.locator('#key-mode-keep').click()
    await settings.press('Keep keys this way')
    await settings.press('Edit')
    await settings.fill('Key', key)
    await settings.press('Save and test')
    await settings.sees('Connected')
    const kept = await useKey(chromium, server, settings)
    expect(kept).toStrictEqual({ shown: [], said: [], stored: ['the item keys'] })
  }
  // Here it is on the disk: had it been there before, it would have been found.
  expect(await filesWith(profile, key)).not.toStrictEqual([])
  expect(await filesWith(profile, passphrase)).toStrictEqual([])
  for (const netLog of netLogs) {
    expect([...new Set(await receiversOf(netLog, key))]).toStrictEqual([new URL(server.url).host])
    expect(await receiversOf(netLog, passphrase)).toStrictEqual([])
  }
})

const loopback = join(import.meta.dirname, '../dist-loopback')

/** What a person does who has just installed the extension: the first-run page, which opens in front, is accepted and closed. */
async function beginFirstRun(chromium: ExtensionBrowser): Promise<void> {
  const firstRun = await firstRunPage(chromium)
  await acceptTerms(firstRun)
  await firstRun.close()
}

async function openSettings(chromium: ExtensionBrowser): Promise<PopupDriver> {
  return openPopupDriver(await chromium.openExtensionPage('src/screens/options.html'))
}

async function addAccount(settings: PopupDriver, server: MockServer): Promise<void> {
  await settings.fill('Name', 'Main')
  await settings.fill('Address of the API', `${server.url}/v1-api`)
  await settings.fill('Key', key)
  await settings.press('Save and test')
  await settings.sees('$1,000.00')
}

function listen(page: Page, said: string[]): void {
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error =>
    said.push(error instanceof Error ? `${error.message} ${error.stack}` : `${error}`),
  )
}

async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'orderwright-keys-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
