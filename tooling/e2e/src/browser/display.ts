import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { type Page, TimeoutError } from 'puppeteer-core'
import { firstLine, startTool, stopTool } from './run-tool.ts'

export interface Display extends AsyncDisposable {
  /** Such as `:99`, for `launchBrowser({ headed: true, display })`. */
  readonly name: string
  /**
   * Says yes to the permission prompt that a click on `page` has asked for.
   *
   * @throws {Error} where no prompt comes, or it does not go away.
   */
  allowPrompt(page: Page): Promise<void>
  close(): Promise<void>
}

/**
 * An X display with a window manager that nobody sees: Chromium shows its own permission prompt
 * in a headed browser alone, and gives it the focus only where a window manager runs.
 *
 * @throws {Error} in one sentence, where Xvfb, openbox or xdotool is missing.
 */
export async function openDisplay(): Promise<Display> {
  const screen = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']
  const server = await startTool('Xvfb', screen, ['ignore', 'ignore', 'ignore', 'pipe'])
  const name = `:${await firstLine(server, 3)}`
  const environment = { ...process.env, DISPLAY: name }
  const whenReady = ['--startup', 'echo ready']
  const manager = await startTool('openbox', whenReady, ['ignore', 'pipe', 'ignore'], environment)
  await firstLine(manager, 1)
  const press = async (...keys: readonly string[]): Promise<void> => {
    await once(await startTool('xdotool', ['key', ...keys], 'ignore', environment), 'exit')
  }
  const close = async (): Promise<void> => {
    await stopTool(manager)
    await stopTool(server)
  }
  return {
    name,
    allowPrompt: page => allowPrompt(page, press),
    close,
    [Symbol.asyncDispose]: close,
  }
}

// For half a second Chromium takes no key, so that nobody allows by accident what has just appeared.
const protectionMs = 700

async function allowPrompt(page: Page, press: (...keys: readonly string[]) => Promise<void>): Promise<void> {
  await page.waitForFunction(() => !document.hasFocus())
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await setTimeout(protectionMs)
    await press('Tab', 'Return')
    if (await hasFocusAgain(page)) return
  }
  throw new Error('The permission prompt did not go away.')
}

async function hasFocusAgain(page: Page): Promise<boolean> {
  try {
    await page.waitForFunction(() => document.hasFocus(), { timeout: protectionMs })
    return true
  } catch (error) {
    if (error instanceof TimeoutError) return false
    throw error
  }
}
