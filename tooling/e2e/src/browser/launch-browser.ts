import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser, Extension, Page, Target, WebWorker } from 'puppeteer-core'
import puppeteer from 'puppeteer-core'
import { type BrowserOptions, launchOptions } from './launch-options.ts'
import { serveStandIn } from './stand-in.ts'
import { video } from './video-page.ts'
import { killWorker, serviceWorker } from './worker.ts'

export interface ExtensionBrowser extends AsyncDisposable {
  readonly browser: Browser
  readonly extension: Extension
  /** A new tab at `link`, by default the sample video. */
  openPage(link?: string): Promise<Page>
  /** A new tab with a page of the extension, such as `src/screens/options.html`. */
  openExtensionPage(path: string): Promise<Page>
  /** Clicks the toolbar icon on `page`, which grants `activeTab`, and gives the popup as a page. */
  openPopup(page: Page): Promise<Page>
  /** The running service worker; waits for one to start. */
  worker(): Promise<WebWorker>
  /** Kills the service worker as the browser would; resolves once it is gone. */
  killWorker(): Promise<void>
  /** Ends every process of the browser at once, as a power cut does; the profile stays where one was given. */
  crash(): Promise<void>
  /** Resolves once no process and no temporary profile is left. May be called twice. */
  close(): Promise<void>
}

/**
 * Chromium with one unpacked extension. Nothing survives a failure: not a process, not a profile.
 *
 * @throws {Error} in one sentence, where there is no browser or the extension has not been built.
 */
export async function launchBrowser(options: BrowserOptions): Promise<ExtensionBrowser> {
  const popupPath = await popupOf(options.extension)
  const browser = await puppeteer.launch(launchOptions(options))
  try {
    return await withExtension(browser, options, popupPath)
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function withExtension(
  browser: Browser,
  options: BrowserOptions,
  popupPath: string,
): Promise<ExtensionBrowser> {
  const ready = options.videoSite !== 'real' ? serveStandIn(browser) : async () => undefined
  // Not the launch option `enableExtensions: [folder]`: puppeteer 25 does not wait for what that loads.
  const id = await browser.installExtension(resolve(options.extension))
  const extension = (await browser.extensions()).get(id)
  if (extension === undefined) throw new Error('Chromium started without the extension.')
  const origin = `chrome-extension://${extension.id}/`
  const openPage = async (link: string) => {
    const page = await browser.newPage()
    await ready(page)
    await page.goto(link)
    return page
  }
  const close = () => browser.close()
  return {
    browser,
    extension,
    openPage: (link = video.url) => openPage(link),
    openExtensionPage: path => openPage(`${origin}${path}`),
    openPopup: page => openPopup(browser, extension, page, `${origin}${popupPath}`),
    worker: () => serviceWorker(browser, origin),
    killWorker: () => killWorker(browser, origin),
    crash: () => crash(browser),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Puppeteer starts the browser as the leader of a process group of its own. */
async function crash(browser: Browser): Promise<void> {
  const main = browser.process()
  if (main?.pid === undefined || main.exitCode !== null || main.signalCode !== null) return
  const ended = once(main, 'exit')
  process.kill(-main.pid, 'SIGKILL')
  await ended
}

async function popupOf(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`${folder} holds no extension: build it first with \`pnpm build\`.`)
  })
  const manifest: { action?: { default_popup?: string } } = JSON.parse(text)
  const popup = manifest.action?.default_popup
  if (popup === undefined) throw new Error(`The manifest in ${folder} names no action.default_popup.`)
  return popup
}

/** The popup that a click on the toolbar icon opens over `page`; an earlier one has closed by then. */
async function openPopup(
  browser: Browser,
  extension: Extension,
  page: Page,
  popupUrl: string,
): Promise<Page> {
  const earlier = new Set(browser.targets().filter(target => isAt(target, popupUrl)))
  // Chromium closes a popup when another tab comes to the front, so the tab comes first.
  await page.bringToFront()
  const [target] = await Promise.all([
    browser.waitForTarget(candidate => isAt(candidate, popupUrl) && !earlier.has(candidate)),
    extension.triggerAction(page),
  ])
  return await target.asPage()
}

function isAt(target: Target, url: string): boolean {
  return target.url().split(/[?#]/)[0] === url
}
