import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExtensionBrowser, launchBrowser } from '@orderwright/browser'
import { createMockServer, type MockServer, type UpstreamKind } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'

/** How many accounts of each kind there are: several orders can wait at once, one for each account. */
export const accountsOfKind = 4

/** A browser with the extension, and an upstream with accounts that the extension has too. */
export interface Lane extends AsyncDisposable {
  readonly server: MockServer
  /** A page of the extension that stays open, to read what is stored. */
  options(): Page
  /** A popup over the video, as a click on the toolbar icon opens it. */
  openPopup(): Promise<Page>
  /** The popup's page in a tab: a second window of the same extension. */
  openSecondWindow(): Promise<void>
  /** Lets the tab play that video, without loading. */
  play(videoId: string): Promise<void>
  /** Makes the popup open with that account; gives its name at the upstream. */
  useAccount(upstream: UpstreamKind, number: number): Promise<string>
  killWorker(): Promise<void>
  /** Closes second windows, and forgets faults and journal. */
  tidy(): Promise<void>
  /** Ends the browser as a power cut does, and starts it again with the same profile. */
  crash(): Promise<void>
}

export async function openLane(extension: string): Promise<Lane> {
  const profile = await mkdtemp(join(tmpdir(), 'orderwright-campaign-'))
  const server = await createMockServer({ accounts: mockAccounts() })
  let stage = await openStage(extension, profile)
  // Opened once on install, in front of everything else.
  const welcome = await stage.chromium.browser.waitForTarget(target => target.url().endsWith('welcome.html'))
  await (await welcome.page())?.close()
  const windows: Page[] = []
  const ids = await prepare(stage.options, server)
  return {
    server,
    options: () => stage.options,
    openPopup: () => stage.chromium.openPopup(stage.video),
    openSecondWindow: async () => {
      windows.push(await stage.chromium.openExtensionPage('src/popup/popup.html'))
    },
    tidy: async () => {
      await Promise.all(windows.splice(0).map(page => page.close().catch(() => undefined)))
      server.control.faults.clear()
      server.control.journal.clear()
    },
    play: videoId =>
      stage.video.evaluate(id => {
        history.pushState({}, '', `/watch?v=${id}`)
        document.title = `A walk ${id} - YouTube`
      }, videoId),
    useAccount: async (upstream, number) => {
      const name = accountName(upstream, number)
      await stage.options.evaluate(
        value => chrome.storage.local.set({ activeAccount: { version: 1, value } }),
        ids.get(name) ?? '',
      )
      return name
    },
    killWorker: () => stage.chromium.killWorker(),
    crash: async () => {
      await stage.chromium.crash()
      stage = await openStage(extension, profile)
    },
    [Symbol.asyncDispose]: async () => {
      // Nothing of it is wanted, so it need not be asked to end.
      await stage.chromium.crash()
      await server.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface Stage {
  readonly chromium: ExtensionBrowser
  readonly options: Page
  readonly video: Page
}

async function openStage(extension: string, userDataDir: string): Promise<Stage> {
  const chromium = await launchBrowser({ extension, userDataDir })
  const options = await chromium.openExtensionPage('src/options/options.html')
  const video = await chromium.openPage()
  await video.setViewport({ width: 200, height: 100 })
  return { chromium, options, video }
}

function accountName(upstream: UpstreamKind, number: number): string {
  return `${upstream}-${number}`
}

interface CampaignAccount {
  readonly upstream: UpstreamKind
  readonly name: string
  readonly key: string
  readonly funds: string
}

function mockAccounts(): readonly CampaignAccount[] {
  return (['qqtube', 'panel'] as const).flatMap(upstream =>
    Array.from({ length: accountsOfKind }, (_, number) => ({
      upstream,
      name: accountName(upstream, number),
      key: `mock-key-${upstream}-${number}`,
      funds: '1000000',
    })),
  )
}

/** Consent and accounts, as their screens store them, without the screens; gives each account's id by its name. */
async function prepare(options: Page, server: MockServer): Promise<ReadonlyMap<string, string>> {
  const messages = mockAccounts().map(({ upstream, name, key }) => ({
    type: 'save-account',
    id: null,
    kind: upstream,
    name,
    baseUrl: `${server.url}${upstream === 'qqtube' ? '/v1-api' : '/api/v2'}`,
    key,
  }))
  const ids = await options.evaluate(async wanted => {
    const at = new Date().toISOString()
    await chrome.storage.local.set({ consent: { version: 1, value: { version: 1, at } } })
    const saved: [string, string][] = []
    for (const message of wanted) {
      const answer = await chrome.runtime.sendMessage(message)
      saved.push([message.name, String(answer?.value?.id ?? '')])
    }
    return saved
  }, messages)
  const failed = ids.filter(([, id]) => id === '').map(([name]) => name)
  if (failed.length > 0) throw new Error(`The extension did not take the accounts ${failed.join(', ')}.`)
  return new Map(ids)
}
