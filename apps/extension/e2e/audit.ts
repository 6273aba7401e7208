import axe from 'axe-core'
import type { Page } from 'puppeteer-core'

declare global {
  interface Window {
    /** There once its source has been run in the page. */
    readonly axe: typeof axe
  }
}

const schemes = ['light', 'dark'] as const

/**
 * What axe finds wrong with the page, in light and in dark. It runs in the page itself: another page that a
 * helper opened would close the popup.
 */
export async function audit(page: Page, screen: string): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found: string[] = []
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    // Colours that are still on their way would be judged.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
    )
    const violations = await page.evaluate(async () => {
      const result = await window.axe.run(document, { resultTypes: ['violations'] })
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
    })
    found.push(...violations.map(violation => `${screen}, ${scheme}: ${violation}`))
  }
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  return found
}
