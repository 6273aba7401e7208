import { mkdir } from 'node:fs/promises'
import {
  acceptTerms,
  type BrowserOptions,
  type ExtensionBrowser,
  firstRunPage,
  forgetEverything,
  launchBrowser,
  openPopupDriver,
  type PopupDriver,
  saveAccount,
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
  /** The first-run page, in the background. */
  readonly firstRun: Page
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
  const firstRun = await firstRunPage(chromium)
  const page = await chromium.openExtensionPage('src/screens/options.html')
  const tabs: Page[] = []
  return {
    chromium,
    options: page,
    firstRun,
    scene: sceneOptions => openScene({ chromium, firstRun, options: page, tabs }, sceneOptions ?? {}),
    [Symbol.asyncDispose]: () => chromium.close(),
  }
}

/** The browser alone, such as once more after a crash. */
export function openChromium(options: Partial<BrowserOptions> = {}): Promise<ExtensionBrowser> {
  return launchBrowser({ extension: `${root}/dist-loopback`, ...options })
}

interface Setting {
  readonly chromium: ExtensionBrowser
  readonly firstRun: Page
  readonly options: Page
  /** Tabs that earlier scenes have left, for the next ones: opening one takes longer than going to a link. */
  readonly tabs: Page[]
}

async function openScene(
  { chromium, firstRun, options, tabs }: Setting,
  wanted: SceneOptions,
): Promise<Scene> {
  const server = await createMockServer(wanted.server)
  const pages: Page[] = []
  await forgetEverything(options)
  if (wanted.hasConsent !== false) await acceptTerms(firstRun)
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

/** As the form does it, without the form: that has a test of its own. */
export async function addAccount(
  options: Page,
  server: Pick<MockServer, 'url'>,
  key: string,
  name = 'QQTube',
): Promise<void> {
  const baseUrl = `${server.url}/v1-api`
  await saveAccount(options, { kind: 'qqtube', name, baseUrl, key })
}
