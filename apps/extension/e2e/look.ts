import { audit } from './audit.ts'
import type { PopupDriver } from './popup-driver.ts'

/** Takes a picture of the screen in both schemes, and gives what axe finds in them. */
export async function look(screen: PopupDriver, name: string): Promise<readonly string[]> {
  for (const [scheme, suffix] of [
    ['dark', '-dark'],
    ['light', ''],
  ] as const) {
    await screen.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await screen.page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
    )
    await screen.picture(`${name}${suffix}`)
  }
  return await audit(screen.page, name)
}
