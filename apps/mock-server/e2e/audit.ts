import axe from 'axe-core'
import type { Page } from 'puppeteer-core'
import { settled } from './open-page.ts'

declare global {
  interface Window {
    /** There once its source has been run in the page. */
    readonly axe: typeof axe
  }
}

/** What axe finds wrong with the page as it is, in light and in dark. */
export async function audit(page: Page, screen: string): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await settled(page)
    const violations = await page.evaluate(async () => {
      const result = await window.axe.run(document, { resultTypes: ['violations'] })
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
    })
    found.push(...violations.map(violation => `${screen}, ${scheme}: ${violation}`))
  }
  return found
}
