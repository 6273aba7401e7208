import axe from 'axe-core'
import type { Page } from 'puppeteer-core'
import { settled } from './open-page.ts'

declare global {
  interface Window {
    /** There once its source has been run in the page. */
    readonly axe?: typeof axe
  }
}

/** What axe finds wrong with the page as it is, in light and in dark; a scheme changes nothing but colours. */
export async function audit(page: Page, screen: string): Promise<readonly string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source)
  const found: string[] = []
  for (const [scheme, rules] of [
    ['light', undefined],
    ['dark', ['color-contrast']],
  ] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await settled(page)
    const violations = await page.evaluate(async only => {
      const result = await window.axe?.run(document, {
        resultTypes: ['violations'],
        ...(only && { runOnly: [...only] }),
      })
      return result?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
    }, rules)
    found.push(...(violations ?? ['axe is not there']).map(violation => `${screen}, ${scheme}: ${violation}`))
  }
  return found
}
