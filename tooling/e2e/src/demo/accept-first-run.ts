import type { Page } from 'puppeteer-core'
import { press, see } from '../popup/controls.ts'
import type { Stage } from '../stage/stage.ts'
import type { Told } from './narrate.ts'

/** Accepts on the page that the extension opens by itself when it is installed. */
export async function acceptFirstRun(stage: Stage): Promise<Told<void>> {
  const page = await firstRunPage(stage)
  await see(page, 'Platforms such as YouTube forbid')
  await stage.picture(page, 'first-run')
  await press(page, 'I understand and will keep to this')
  await see(page, 'Accepted on')
  await page.close()
  return { words: 'read what it does and what platforms forbid, and accepted', value: undefined }
}

/** The page that the extension opens by itself, in front of all others. */
export async function firstRunPage(stage: Stage): Promise<Page> {
  const { browser } = stage.browser
  const target = await browser.waitForTarget(candidate => candidate.url().endsWith('/welcome.html'))
  return await target.asPage()
}
