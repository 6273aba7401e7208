import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openDisplay } from './display.ts'
import { launchBrowser } from './launch-browser.ts'

const extension = join(import.meta.dirname, '../../test/extension')

afterEach(() => {
  vi.unstubAllEnvs()
})

test('the permission prompt of a headed browser can be allowed where nobody sees it', async () => {
  await using display = await openDisplay()
  await using browser = await launchBrowser({ extension, headed: true, display: display.name })
  const page = await browser.openExtensionPage('allow.html')
  await page.click('button')
  await display.allowPrompt(page)
  const answer = await page.waitForFunction(() => {
    const text = document.querySelector('button')?.textContent
    return text !== 'Allow' && text
  })
  expect(await answer.jsonValue()).toBe('Allowed')
})

test('a missing display server is said in one sentence', async () => {
  vi.stubEnv('PATH', '')
  await expect(openDisplay()).rejects.toThrow(
    'Xvfb is missing: install it (on Debian and Ubuntu `apt-get install xvfb`).',
  )
})
