import { setTimeout as pause } from 'node:timers/promises'
import type { UpstreamKind } from '@orderwright/core'
import type { Page } from 'puppeteer-core'
import type { ExtensionBrowser } from '../browser/launch-browser.ts'

// What a test has before it begins, brought about as a person's screens do it: by messages, and on the first-run page. So
// nobody but the extension knows how it stores things.

/** Returns the page that the extension opens by itself when it is installed, in front of all others. */
export async function firstRunPage({ browser }: ExtensionBrowser): Promise<Page> {
  const target = await browser.waitForTarget(candidate => candidate.url().endsWith('/welcome.html'))
  return await target.asPage()
}

/** Accepts on the first-run page, anew if it was accepted before. The page need not be in front. */
export async function acceptTerms(firstRun: Page): Promise<void> {
  const withdraw = 'button[data-variant="danger"]'
  await firstRun.waitForSelector('button')
  if ((await firstRun.$(withdraw)) !== null) {
    await firstRun.$eval(withdraw, clickIt)
    await firstRun.waitForFunction(
      selector => document.querySelector(selector) === null,
      { polling: 'mutation' },
      withdraw,
    )
  }
  await firstRun.$eval('button[data-variant="primary"]', clickIt)
  await firstRun.waitForSelector(withdraw)
}

/** As the keyboard does it: a pointer presses nothing on a page that is not drawn. */
function clickIt(button: Element): void {
  if (button instanceof HTMLElement) button.click()
}

/** An account as the form of the settings has it. */
export interface SeededAccount {
  readonly kind: UpstreamKind
  readonly name: string
  readonly baseUrl: string
  readonly key: string
  /** The one that is to be changed. Default: none, so that one is added. */
  readonly id?: string
}

/** Saves an account as the settings do, and gives its id. */
export async function saveAccount(settings: Page, { id, ...account }: SeededAccount): Promise<string> {
  const saved = await ask<{ id: string }>(settings, { type: 'save-account', id: id ?? null, ...account })
  return saved.id
}

/** How often the extension is asked to forget an order that is on its way. */
const patience = 100

/** Leaves the extension as it was when it was installed. What an earlier test has left on its way is waited for. */
export async function forgetEverything(settings: Page): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(settings, { type: 'forget-everything' })
    } catch (error) {
      if (attempt === patience) throw error
      await pause(50)
    }
  }
}

/** What the settings export, as far as tests change it before they import it again. */
export interface Exported {
  readonly items: { readonly accounts: { readonly value: readonly ExportedAccount[] } }
  readonly orders: readonly unknown[]
}

/** An account without its key, which no file holds. */
type ExportedAccount = Omit<SeededAccount, 'key' | 'id'> & { readonly id: string }

export function exportData(settings: Page): Promise<Exported> {
  return ask(settings, { type: 'export-data' })
}

/** Imports a file as the settings do: it is previewed first. */
export async function importData(settings: Page, file: Exported): Promise<void> {
  const text = JSON.stringify(file)
  const { digest } = await ask<{ digest: string }>(settings, { type: 'preview-import', text })
  await ask(settings, { type: 'import-data', text, digest })
}

/** Sends a message from the settings' page, and gives the value of its answer. */
async function ask<Value>(
  settings: Page,
  message: { readonly type: string } & Readonly<Record<string, unknown>>,
): Promise<Value> {
  const answer = await settings.evaluate(sent => chrome.runtime.sendMessage(sent), message)
  if (answer?.ok === true) return answer.value
  throw new Error(`The extension did not take “${message.type}”: ${answer?.sentence ?? 'no answer'}`)
}
