import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { moveTo } from '../popup/controls.ts'
import { type ExtensionBrowser, launchBrowser } from './launch-browser.ts'
import { video } from './video-page.ts'

const extension = join(import.meta.dirname, '../../test/extension')
let temporary: string

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'browser-test-'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(temporary, { recursive: true })
})

async function launch(): Promise<ExtensionBrowser> {
  return await launchBrowser({ extension })
}

async function seenBy(popup: Page): Promise<string> {
  const seen = await popup.waitForFunction(() => document.querySelector('output')?.textContent)
  return String(await seen.jsonValue())
}

describe('a browser', () => {
  let browser: ExtensionBrowser

  beforeAll(async () => {
    browser = await launch()
  })

  afterAll(() => browser.close())

  test('a click on the toolbar lets the popup read the title and the address of the tab', async () => {
    const popup = await browser.openPopup(await browser.openPage())
    expect(await seenBy(popup)).toBe(`(3) ${video.title} - YouTube ${video.url}`)
  })

  test('a page that changes without loading is what the next popup sees', async () => {
    const page = await browser.openPage()
    await browser.openPopup(page)
    await moveTo(page, '/watch?v=abcdefghijk', 'Another walk - YouTube')
    const popup = await browser.openPopup(page)
    expect(await seenBy(popup)).toBe('Another walk - YouTube https://www.youtube.com/watch?v=abcdefghijk')
  })

  test.each([
    ['https://www.youtube.com/shorts/abcdefghijk', `(3) ${video.title} - YouTube`],
    ['https://youtu.be/abcdefghijk', `(3) ${video.title} - YouTube`],
    ['https://m.youtube.com/watch?v=abcdefghijk', `(3) ${video.title} - YouTube`],
    ['https://www.youtube.com/@someone', 'YouTube'],
    ['https://www.youtube.com/', 'YouTube'],
  ])('the stand-in answers at %s with the title %s', async (link, title) => {
    const page = await browser.openPage(link)
    expect(await page.title()).toBe(title)
  })

  test('a killed service worker starts anew with the next message', async () => {
    await browser.worker()
    const page = await browser.openExtensionPage('allow.html')
    const askForLife = (): Promise<unknown> =>
      page.evaluate('chrome.runtime.sendMessage({}).then(life => String(life))')
    const before = await askForLife()
    await browser.killWorker()
    expect(await browser.extension.workers()).toEqual([])
    const after = await askForLife()
    expect(before).toMatch(/^[0-9a-f-]{36}$/)
    expect(after).toMatch(/^[0-9a-f-]{36}$/)
    expect(after).not.toBe(before)
  })
})

test.each([1, 2])('at %s pixels a point, a popup has the size that it asks for', async pixelRatio => {
  await using browser = await launchBrowser({ extension, pixelRatio })
  const popup = await browser.openPopup(await browser.openPage())
  await popup.waitForFunction(() => innerWidth === 380 && innerHeight === 600)
  expect(await popup.evaluate(() => devicePixelRatio)).toBe(pixelRatio)
})

test('closing, twice as well, leaves neither a process nor a profile', async () => {
  vi.stubEnv('TMPDIR', temporary)
  const browser = await launch()
  const child = browser.browser.process()
  await browser.close()
  await browser.close()
  expect(child?.exitCode ?? child?.signalCode).not.toBeNull()
  expect(await profiles()).toEqual([])
})

test('an extension that Chromium refuses leaves neither a process nor a profile', async () => {
  vi.stubEnv('TMPDIR', temporary)
  await writeFile(join(temporary, 'manifest.json'), '{ "action": { "default_popup": "popup.html" } }')
  await expect(launchBrowser({ extension: temporary })).rejects.toThrow('loadUnpacked')
  expect(await profiles()).toEqual([])
})

test('a folder that has not been built is named, with what to do', async () => {
  await expect(launchBrowser({ extension: temporary })).rejects.toThrow(
    `${temporary} holds no extension: build it first with \`pnpm build\`.`,
  )
})

test('a missing browser is said in one sentence', async () => {
  vi.stubEnv('CHROME_PATH', join(temporary, 'chromium'))
  await expect(launch()).rejects.toThrow(
    'No Chromium or Chrome was found: install one, or set CHROME_PATH to yours.',
  )
})

async function profiles(): Promise<string[]> {
  return (await readdir(temporary)).filter(name => name.startsWith('puppeteer'))
}

test('a browser that crashes is gone at once, and its profile starts again', async () => {
  const userDataDir = join(temporary, 'profile')
  const browser = await launchBrowser({ extension, userDataDir })
  await browser.crash()
  await browser.crash()
  expect(browser.browser.process()?.signalCode).toBe('SIGKILL')
  await using again = await launchBrowser({ extension, userDataDir })
  expect(again.extension.id).toBe(browser.extension.id)
})
