import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExtensionBrowser, launchBrowser } from '@orderwright/e2e'
import { createMockServer, type MockServer } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { openPopupDriver, type PopupDriver } from './popup-driver.ts'
import { domText, filesWith, receiversOf, storedTexts } from './secrecy.ts'
import { giveConsent, openStage, type Scene, type Stage } from './stage.ts'

const key = 'distinctive-key-6f1c2ab97d'
const passphrase = 'otter lantern gravel seven'

async function settingsOf({ options }: Pick<Scene, 'options'>): Promise<PopupDriver> {
  await options.reload()
  await options.bringToFront()
  return openPopupDriver(options)
}

async function sealKeys(settings: PopupDriver): Promise<void> {
  await settings.page.locator('#key-mode-passphrase').click()
  await settings.fill('Passphrase', passphrase)
  await settings.fill('The same again', passphrase)
  await settings.press('Encrypt the keys')
  await settings.sees('Your keys are encrypted now.')
}

describe('keys behind a passphrase', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage()
  })

  afterAll(() => stage[Symbol.asyncDispose]())

  test('are encrypted, locked, and unlocked in the settings and in the popup', async () => {
    await using scene = await stage.scene()
    const settings = await settingsOf(scene)
    const found = [...(await look(settings, 'keys-keep'))]
    await settings.page.locator('#key-mode-passphrase').click()
    await settings.fill('Passphrase', 'too short')
    await settings.press('Encrypt the keys')
    await settings.sees('Use at least 12 characters')
    await settings.fill('Passphrase', 'password1234')
    await settings.sees('Strength: weak.')
    await settings.sees('This is close to a common password.')
    await settings.press('Encrypt the keys')
    found.push(...(await look(settings, 'keys-weak')))
    await settings.fill('Passphrase', 'QQTube QQTube')
    await settings.sees('QQTube is easy to guess.')
    await settings.fill('Passphrase', passphrase)
    await settings.fill('The same again', 'something else')
    await settings.press('Encrypt the keys')
    await settings.sees('This differs from the first.')
    found.push(...(await look(settings, 'keys-passphrase')))
    await settings.fill('The same again', passphrase)
    await settings.press('Encrypt the keys')
    await settings.sees('Your keys are encrypted now.')
    await settings.sees('Traces of the plain keys')
    found.push(...(await look(settings, 'keys-unlocked')))
    await settings.press('Test connection')
    await settings.sees('Balance $1,000.00')

    await settings.press('Lock now')
    await settings.sees('Your keys are locked.')
    await settings.press('I forgot the passphrase')
    found.push(...(await look(settings, 'keys-locked')))
    await settings.press('Test connection')
    await settings.sees('Unlock them with your passphrase')

    const page = await scene.openPage()
    const popup = await scene.openPopup(page)
    await popup.sees('Your keys are locked')
    found.push(...(await look(popup, 'popup-locked')))
    await popup.fill('Passphrase', 'not the passphrase')
    await popup.press('Unlock')
    await popup.sees('That’s not the passphrase.')
    await popup.fill('Passphrase', passphrase)
    await popup.page.keyboard.press('Enter')
    await popup.choose('13')
    await popup.fill('Quantity', '100')
    await popup.press('Review order')
    await popup.press('Order for $0.90')
    await popup.sees('is placed')
    expect(found).toStrictEqual([])
  })

  test('stay unlocked when the worker dies, and lock when their time is over', async () => {
    await using scene = await stage.scene()
    const settings = await settingsOf(scene)
    await sealKeys(settings)
    await scene.chromium.killWorker()
    await settings.press('Test connection')
    await settings.sees('Balance $1,000.00')
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

  test('that were forgotten are removed, and the account asks for its own again', async () => {
    await using scene = await stage.scene()
    const settings = await settingsOf(scene)
    await sealKeys(settings)
    await settings.press('Lock now')
    await settings.press('I forgot the passphrase')
    await settings.press('Remove all keys')
    await settings.sees('No key for QQTube')
    await settings.picture('keys-missing')
  })
})

test('kept for the session they are not on the disk, and the account says so in the next session', async () => {
  await using server = await createMockServer({ accounts: [{ key }] })
  await using folder = await temporaryFolder()
  {
    await using chromium = await launchBrowser({ extension: loopback, userDataDir: folder.path })
    const settings = await openSettings(chromium)
    await settings.page.locator('#key-mode-session').click()
    await settings.press('Keep keys this way')
    await settings.sees('Your keys are in memory only now')
    await addAccount(settings, server)
  }
  expect(await filesWith(folder.path, key)).toStrictEqual([])
  await using chromium = await launchBrowser({ extension: loopback, userDataDir: folder.path })
  const settings = await openSettings(chromium)
  await settings.sees('No key for Main')
})

describe('a key is in its own item and in its upstream’s requests, and nowhere else', () => {
  const modes = {
    keep: { own: 'the item keys', choose: async () => undefined },
    session: {
      own: 'the item sessionKeys',
      choose: async (settings: PopupDriver) => {
        await settings.page.locator('#key-mode-session').click()
        await settings.press('Keep keys this way')
        await settings.sees('Your keys are in memory only now')
      },
    },
    passphrase: { own: undefined, choose: sealKeys },
  }

  test.each(['keep', 'session', 'passphrase'] as const)('in the mode %s', async mode => {
    await using server = await createMockServer({ accounts: [{ key }] })
    await using folder = await temporaryFolder()
    const [profile, netLog] = [join(folder.path, 'profile'), join(folder.path, 'net-log.json')]
    const said: string[] = []
    const shown = new Map<string, string>()
    {
      await using chromium = await launchBrowser({ extension: loopback, userDataDir: profile, netLog })
      const settings = await openSettings(chromium)
      listen(settings.page, said)
      const worker = await chromium.worker()
      worker.on('console', message => said.push(message.text()))
      await giveConsent(settings.page)
      await modes[mode].choose(settings)
      await addAccount(settings, server)
      shown.set('settings', await domText(settings.page))
      await settings.press('Edit')
      shown.set('the account’s form', await domText(settings.page))

      const page = await chromium.openPage()
      const popup = openPopupDriver(await chromium.openPopup(page))
      listen(popup.page, said)
      await popup.choose('13')
      await popup.fill('Quantity', '100')
      shown.set('order', await domText(popup.page))
      await popup.press('Review order')
      shown.set('review', await domText(popup.page))
      server.control.faults.add({ fault: 'reset', action: 'add' })
      server.control.faults.add({ fault: 'html', action: 'submissions', times: 9 })
      await popup.press('Order for ')
      await popup.sees('It is not known')
      shown.set('outcome', await domText(popup.page))
      await popup.press('Look it up')
      await popup.sees('doesn’t answer like')
      await popup.press('All orders')
      shown.set('orders', await domText(popup.page))
      await popup.close()

      const stored = await storedTexts(settings.page)
      const areas = Object.entries(stored).filter(([, text]) => text.includes(key))
      expect(areas.map(([area]) => area)).toStrictEqual([modes[mode].own].filter(own => own !== undefined))
    }
    expect([...shown].filter(([, dom]) => dom.includes(key))).toStrictEqual([])
    expect(said.filter(line => line.includes(key) || line.includes(passphrase))).toStrictEqual([])
    const receivers = await receiversOf(netLog, key)
    expect([...new Set(receivers)]).toStrictEqual([new URL(server.url).host])
    expect(await receiversOf(netLog, passphrase)).toStrictEqual([])
    const files = await filesWith(profile, key)
    if (mode === 'keep') expect(files.length).toBeGreaterThan(0)
    else expect(files).toStrictEqual([])
    expect(await filesWith(profile, passphrase)).toStrictEqual([])
  })
})

describe('nobody but the extension’s own pages makes the worker do anything', () => {
  test('not another extension, a web page, or a page of ours that is the wrong one', async () => {
    await using server = await createMockServer({ accounts: [{ key }] })
    await using chromium = await launchBrowser({ extension: loopback })
    const settings = await openSettings(chromium)
    await giveConsent(settings.page)
    await addAccount(settings, server)
    server.control.requestLog.clear()
    const accounts = await settings.page.evaluate(() => chrome.storage.local.get(['accounts']))
    const accountId = /"id":"([^"]+)"/.exec(JSON.stringify(accounts))?.[1] ?? ''
    const message = { type: 'read-balance', accountId }
    const { id } = chromium.extension

    await chromium.browser.installExtension(join(import.meta.dirname, 'other-extension'))
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

    const page = await chromium.openPage()
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
    expect(ofWelcome).not.toContain('amount')
    expect(server.control.requestLog.list()).toStrictEqual([])
  })
})

const loopback = join(import.meta.dirname, '../dist-loopback')

/** The settings of an extension that was installed just now: the first-run page, which opens in front, is closed. */
async function openSettings(chromium: ExtensionBrowser): Promise<PopupDriver> {
  const welcome = await chromium.browser.waitForTarget(target => target.url().endsWith('welcome.html'))
  await (await welcome.page())?.close()
  return openPopupDriver(await chromium.openExtensionPage('src/screens/options.html'))
}

async function addAccount(settings: PopupDriver, server: MockServer): Promise<void> {
  await settings.fill('Name', 'Main')
  await settings.fill('Address of the API', `${server.url}/v1-api`)
  await settings.fill('Key', key)
  await settings.press('Save and test')
  await settings.sees('Balance $')
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
