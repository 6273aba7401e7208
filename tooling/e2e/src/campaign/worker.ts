import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UpstreamKind } from '@orderwright/core'
import { createMockServer, type MockServer } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { type ExtensionBrowser, launchBrowser } from '../browser/launch-browser.ts'
import { createFront, type Front } from '../front/create-front.ts'
import { acceptTerms, firstRunPage, saveAccount } from '../stage/seed.ts'
import type { AccountPlace } from './plan/turns.ts'

/** A browser with the extension, and an upstream with accounts that the extension has too. */
export interface CampaignWorker extends AsyncDisposable {
  readonly server: MockServer
  /** What the extension reaches the upstream through. */
  readonly front: Front
  /** A page of the extension that stays open, to read what is stored; without a screen, which would draw each change. */
  desk(): Page
  /** A popup over the video, as a click on the toolbar icon opens it. */
  openPopup(): Promise<Page>
  /** The popup's page in a tab: a second window of the same extension. */
  openSecondWindow(): Promise<void>
  /** Lets the tab play that video, without loading. */
  play(videoId: string): Promise<void>
  /** Makes the popup open with that account; gives its name at the upstream. */
  useAccount(place: AccountPlace): Promise<string>
  /** The extension's id for the account of that name. */
  accountId(name: string): string
  /** Leaves that order in the form for the video, as if it had been entered there and the popup closed. */
  enter(account: string, videoId: string, order: EnteredOrder): Promise<void>
  /** Kills the extension's service worker. */
  killServiceWorker(): Promise<void>
  /** Whether Chromium, or the process of the extension's pages, has ended by itself. */
  isBroken(): boolean
  /** Closes second windows, forgets faults and journal, and completes orders, which are then asked about no more. */
  tidy(): Promise<void>
  /** Ends the browser as a power cut does, and starts it again with the same profile. */
  crash(): Promise<void>
}

export interface EnteredOrder {
  readonly serviceId: string
  readonly quantity: number
}

/** Opens a browser with the built extension of that folder, which has an account at each of the places. */
export async function openWorker(
  extension: string,
  places: readonly AccountPlace[],
): Promise<CampaignWorker> {
  const accounts = places.map(asAccount)
  const profile = await mkdtemp(join(tmpdir(), 'orderwright-campaign-'))
  const server = await createMockServer({ accounts })
  const front = await createFront(Number(new URL(server.url).port))
  let stage = await openStage(extension, profile)
  const windows: Page[] = []
  const ids = await prepare(stage.chromium, front, accounts)
  const accountId = (name: string): string => ids.get(name) ?? ''
  return {
    server,
    front,
    desk: () => stage.desk,
    openPopup: () => stage.chromium.openPopup(stage.video),
    openSecondWindow: async () => {
      windows.push(await stage.chromium.openExtensionPage('src/screens/popup.html'))
    },
    tidy: async () => {
      await Promise.all(windows.splice(0).map(page => page.close().catch(() => undefined)))
      server.control.faults.clear()
      server.control.requestLog.clear()
      for (const { id, upstream, state } of server.control.orders.list()) {
        if (state !== 'completed') server.control.orders.setStatus(id, completed[upstream])
      }
    },
    play: videoId =>
      stage.video.evaluate(id => {
        history.pushState({}, '', `/watch?v=${id}`)
        document.title = `A walk ${id} - YouTube`
      }, videoId),
    accountId,
    useAccount: async place => {
      const name = accountName(place)
      await stage.desk.evaluate(
        value => chrome.storage.local.set({ activeAccount: { version: 1, value } }),
        accountId(name),
      )
      return name
    },
    enter: (account, videoId, { serviceId, quantity }) =>
      stage.desk.evaluate(
        (key, value) => chrome.storage.local.set({ [key]: { version: 1, value } }),
        `draft:${accountId(account)}:https://www.youtube.com/watch?v=${videoId}`,
        {
          serviceId,
          quantity: String(quantity),
          drip: false,
          params: {},
          link: '',
          at: new Date().toISOString(),
        },
      ),
    killServiceWorker: () => stage.chromium.killWorker(),
    isBroken: () => stage.desk.isClosed() || stage.desk.mainFrame().detached,
    crash: async () => {
      await stage.chromium.crash()
      stage = await openStage(extension, profile)
    },
    [Symbol.asyncDispose]: async () => {
      // Nothing of it is wanted, so it need not be asked to end.
      await stage.chromium.crash()
      await front[Symbol.asyncDispose]()
      await server.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface Stage {
  readonly chromium: ExtensionBrowser
  readonly desk: Page
  readonly video: Page
}

/** An order's status when all of it has been delivered, as each upstream calls it. */
const completed: Readonly<Record<UpstreamKind, number | string>> = { qqtube: 1, panel: 'Completed' }

async function openStage(extension: string, userDataDir: string): Promise<Stage> {
  // Nobody looks at these screens: half the pixels each way are a quarter of the drawing.
  const chromium = await launchBrowser({
    extension,
    userDataDir,
    pixelRatio: 0.5,
    // The front has signed its own.
    acceptsAnyCertificate: true,
  })
  const desk = await chromium.openExtensionPage('manifest.json')
  const video = await chromium.openPage()
  await video.setViewport({ width: 200, height: 100 })
  return { chromium, desk, video }
}

function accountName({ upstream, protocol, number }: AccountPlace): string {
  return `${upstream}-${protocol}-${number}`
}

interface CampaignAccount extends AccountPlace {
  readonly name: string
  readonly key: string
  readonly funds: string
}

function asAccount(place: AccountPlace): CampaignAccount {
  const name = accountName(place)
  return { ...place, name, key: `mock-key-${name}`, funds: '1000000' }
}

/** Accepts on the first-run page and saves the accounts, as a person does; gives each account's id by its name. */
async function prepare(
  chromium: ExtensionBrowser,
  front: Front,
  accounts: readonly CampaignAccount[],
): Promise<ReadonlyMap<string, string>> {
  const firstRun = await firstRunPage(chromium)
  await acceptTerms(firstRun)
  await firstRun.close()
  const settings = await chromium.openExtensionPage('src/screens/options.html')
  const ids = new Map<string, string>()
  for (const { upstream: kind, protocol, name, key } of accounts) {
    const baseUrl = `${front.url(protocol)}${kind === 'qqtube' ? '/v1-api' : '/api/v2'}`
    ids.set(name, await saveAccount(settings, { kind, name, baseUrl, key }))
  }
  await settings.close()
  return ids
}
