import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createMockServer, type MockServer, type MockServerOptions } from '@orderwright/mock-server'
import { findBrowser } from '@orderwright/setup/find-browser'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'

export interface Stage extends AsyncDisposable {
  readonly server: MockServer
  readonly page: Page
  /** What the browser refused or failed at since the page was opened. */
  readonly errors: readonly string[]
}

/** @throws {Error} where the machine has no Chromium */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) {
    throw new Error('No Chromium or Chrome was found: install one, or set CHROME_PATH to yours.')
  }
  return puppeteer.launch({
    executablePath,
    pipe: true,
    // Chromium refuses to run its sandbox as root, which is who runs in a container.
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
}

/** A server of its own, and its page once it shows what the server says. */
export async function openPage(browser: Browser, options: MockServerOptions = {}): Promise<Stage> {
  const server = await createMockServer({ clock: { isHeld: true }, ...options })
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport({ width: 1360, height: 960 })
  const errors: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warn') errors.push(message.text())
  })
  page.on('pageerror', error => errors.push(String(error)))
  const url = server.url.replace('0.0.0.0', '127.0.0.1')
  await page.goto(`${url}/__mock/`)
  await page.waitForSelector('#connection:not([data-state="waiting"])')
  return {
    server,
    page,
    errors,
    async [Symbol.asyncDispose]() {
      await context.close()
      await server.close()
    },
  }
}

const pictures = join(import.meta.dirname, '../.artifacts')

/** Waits for colours that are still on their way; an animation may be called off. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(animation => animation.finished))
  })
}

/** A picture of the page as it is, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await settled(page)
  await page.screenshot({ path: `${join(pictures, name)}.png`, fullPage: true })
}

/** The text of an element, waited for until it is as expected. */
export async function untilText(page: Page, selector: string, pattern: RegExp): Promise<void> {
  await page.waitForFunction(
    (at, source) => new RegExp(source).test(document.querySelector(at)?.textContent ?? ''),
    {},
    selector,
    pattern.source,
  )
}
