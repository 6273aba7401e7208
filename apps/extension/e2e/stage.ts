import { mkdir } from 'node:fs/promises'
import {
  type BrowserOptions,
  type ExtensionBrowser,
  launchBrowser,
  openPopupDriver,
  type PopupDriver,
  video,
} from '@orderwright/e2e'
import {
  createMockServer,
  type MockServer,
  type MockServerOptions,
  mockQqtubeKey,
} from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'

const root = `${import.meta.dirname}/..`

/** Where the pictures of this run go; none are taken if nobody has asked for them with `PICTURES=1`. */
export const artifacts: string | undefined = process.env.PICTURES === '1' ? `${root}/.artifacts` : undefined

/** A browser with the extension; each scene on it begins with empty storage. */
export interface Stage extends AsyncDisposable {
  readonly chromium: ExtensionBrowser
  /** A page of the extension that stays open and may talk to the worker. */
  readonly options: Page
  scene(options?: SceneOptions): Promise<Scene>
}

export interface SceneOptions {
  readonly server?: MockServerOptions
  readonly key?: string
  /** Default: true. */
  readonly hasConsent?: boolean
  /** Default: true. */
  readonly hasAccount?: boolean
}

export interface Scene extends AsyncDisposable {
  readonly server: MockServer
  readonly chromium: ExtensionBrowser
  readonly options: Page
  /** A tab at `link`, by default the sample video. */
  openPage(link?: string): Promise<Page>
  /** Clicks the toolbar icon over the page. */
  openPopup(page: Page): Promise<PopupDriver>
  /** How many orders the upstream was sent. */
  adds(): number
}

/** A browser as most tests want it; `options` for what differs. */
export async function openStage(options: Partial<BrowserOptions> = {}): Promise<Stage> {
  if (artifacts !== undefined) await mkdir(artifacts, { recursive: true })
  const chromium = await openChromium(options)
  // Opened once on install, in front of everything else.
  const welcome = await chromium.browser.waitForTarget(target => target.url().endsWith('welcome.html'))
  await (await welcome.page())?.close()
  const page = await chromium.openExtensionPage('src/screens/options.html')
  const tabs: Page[] = []
  return {
    chromium,
    options: page,
    scene: sceneOptions => openScene({ chromium, options: page, tabs }, sceneOptions ?? {}),
    [Symbol.asyncDispose]: () => chromium.close(),
  }
}

/** The browser alone, such as once more after a crash. */
export function openChromium(options: Partial<BrowserOptions> = {}): Promise<ExtensionBrowser> {
  return launchBrowser({ extension: `${root}/dist-loopback`, ...options })
}

interface Setting {
  readonly chromium: ExtensionBrowser
  readonly options: Page
  /** Tabs that earlier scenes have left, for the next ones: opening one takes longer than going to a link. */
  readonly tabs: Page[]
}

async function openScene({ chromium, options, tabs }: Setting, wanted: SceneOptions): Promise<Scene> {
  const server = await createMockServer(wanted.server)
  const pages: Page[] = []
  await empty(options)
  if (wanted.hasConsent !== false) await giveConsent(options)
  if (wanted.hasAccount !== false) await addAccount(options, server, wanted.key ?? mockQqtubeKey)
  server.control.requestLog.clear()
  return {
    server,
    chromium,
    options,
    openPage: async (link = video.url) => {
      const left = tabs.pop()
      // Nothing changes in the stand-in by itself.
      if (left?.url() !== link) await left?.goto(link)
      const page = left ?? (await chromium.openPage(link))
      pages.push(page)
      return page
    },
    openPopup: async page => openPopupDriver(await chromium.openPopup(page)),
    adds: () => server.control.requestLog.list({ action: 'add' }).length,
    [Symbol.asyncDispose]: async () => {
      tabs.push(...pages.filter(page => !page.isClosed()))
      await server.close()
    },
  }
}

/** Nothing of an earlier scene is left: storage, journal, catalogue. */
async function empty(options: Page): Promise<void> {
  await options.evaluate(async () => {
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])
    for (const name of ['orders', 'catalogues']) {
      await new Promise(resolve => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = resolve
        request.onerror = resolve
      })
    }
  })
}

export async function giveConsent(options: Page): Promise<void> {
  await options.evaluate(() =>
    chrome.storage.local.set({
      consent: { version: 1, value: { version: 1, at: '2026-11-22T12:00:00.000Z' } },
    }),
  )
}

/** As the form does it, without the form: that has a test of its own. */
export async function addAccount(
  options: Page,
  server: Pick<MockServer, 'url'>,
  key: string,
  name = 'QQTube',
): Promise<void> {
  const answer = await options.evaluate(message => chrome.runtime.sendMessage(message), {
    type: 'save-account',
    id: null,
    kind: 'qqtube',
    name,
    baseUrl: `${server.url}/v1-api`,
    key,
  })
  if (answer?.ok !== true) throw new Error(`The account was not saved: ${JSON.stringify(answer)}`)
}
