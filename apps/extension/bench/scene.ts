import {
  acceptTerms,
  type ExtensionBrowser,
  firstRunPage,
  launchBrowser,
  loopbackBuild,
} from '@orderwright/e2e'
import { createMockServer } from '@orderwright/mock-server'
import type { Extension, Page } from 'puppeteer-core'
import { openTimed } from './open-timed.ts'
import { catalogueOf, seed } from './seed.ts'

/** A browser with the extension and with one whose popup is blank, over a video page. */
export interface Scene extends AsyncDisposable {
  readonly chromium: ExtensionBrowser
  readonly blank: Extension
  /** The page that popups are opened over. */
  readonly tab: Page
  /** How often the upstream was asked for its services. */
  catalogueReads(): number
}

/** Sets up a scene whose account has a catalogue and a history of these sizes. Its first popup has read the catalogue. */
export async function openScene(serviceCount: number, orderCount: number): Promise<Scene> {
  const server = await createMockServer({ catalogue: { qqtube: catalogueOf(serviceCount) } })
  const chromium = await launchBrowser({ extension: loopbackBuild })
  const id = await chromium.browser.installExtension(`${import.meta.dirname}/blank`)
  const blank = (await chromium.browser.extensions()).get(id)
  if (blank === undefined) throw new Error('Chromium started without the blank extension.')
  const firstRun = await firstRunPage(chromium)
  await acceptTerms(firstRun)
  const settings = await chromium.openExtensionPage('src/screens/options.html')
  await seed(settings, server, orderCount)
  const tab = await chromium.openPage()
  const first = await openTimed(chromium.browser, chromium.extension, tab)
  await untilServices(first.page)
  await first.close()
  await settings.close()
  await firstRun.close()
  return {
    chromium,
    blank,
    tab,
    catalogueReads: () => server.control.requestLog.list({ action: 'services' }).length,
    [Symbol.asyncDispose]: async () => {
      await chromium.close()
      await server.close()
    },
  }
}

/** Resolves once a popup says how many services there are to choose from. */
export async function untilServices(popup: Page): Promise<void> {
  await popup.waitForFunction(() =>
    /services? to choose from/.test(document.querySelector('#service-message')?.textContent ?? ''),
  )
}

/** Chooses a service in the picker of a popup. */
export async function chooseService(popup: Page): Promise<void> {
  await untilServices(popup)
  await popup.focus('#service')
  await popup.keyboard.sendCharacter('views cedar 3')
  await popup.waitForSelector('[role="option"][data-active]')
  await popup.keyboard.press('Enter')
  await popup.waitForSelector('#quantity')
  await popup.focus('#quantity')
}
