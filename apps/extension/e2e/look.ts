import { auditIn, setScheme } from './audit.ts'
import type { PopupDriver } from './popup-driver.ts'

/** Takes a picture of the screen in both schemes, and gives what axe finds in them. */
export async function look(screen: PopupDriver, name: string): Promise<readonly string[]> {
  await setScheme(screen.page, 'dark')
  await screen.picture(`${name}-dark`)
  const dark = await auditIn(screen.page, 'dark', ['color-contrast'])
  await setScheme(screen.page, 'light')
  await screen.picture(name)
  const light = await auditIn(screen.page, 'light')
  return [...light, ...dark].map(violation => `${name}, ${violation}`)
}
