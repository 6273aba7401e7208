import type { PopupDriver } from '@orderwright/e2e'
import type { Page } from 'puppeteer-core'
import { auditIn, setScheme } from './audit.ts'
import { artifacts } from './stage.ts'

/** Takes a picture of the screen in both schemes, and gives what axe finds in them. */
export async function look(screen: PopupDriver, name: string): Promise<readonly string[]> {
  await setScheme(screen.page, 'dark')
  await takePicture(screen.page, `${name}-dark`)
  const dark = await auditIn(screen.page, 'dark', ['color-contrast'])
  await setScheme(screen.page, 'light')
  await takePicture(screen.page, name)
  const light = await auditIn(screen.page, 'light')
  return [...light, ...dark].map(violation => `${name}, ${violation}`)
}

/** Takes a picture of the screen, if somebody wants pictures. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (artifacts === undefined) return
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
  await page.screenshot({ path: `${artifacts}/${name}.png` })
}
