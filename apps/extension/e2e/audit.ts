import axe from 'axe-core'
import type { CDPSession, Page } from 'puppeteer-core'

declare global {
  interface Window {
    /** There once its source has been run in the page. */
    readonly axe?: typeof axe
  }
}

/**
 * What axe finds wrong with the page: by all of its rules in light, and in dark by those that look at colours, since
 * nothing else differs. It runs in the page itself: another page that a helper opened would close the popup.
 */
export async function audit(page: Page, screen: string): Promise<readonly string[]> {
  const dark = await auditIn(page, 'dark', ['color-contrast'])
  const light = await auditIn(page, 'light')
  return [...light, ...dark].map(violation => `${screen}, ${violation}`)
}

/** `forced`: the system chooses the colours, as with the high contrast of Windows. */
export type Scheme = 'light' | 'dark' | 'forced'

/** What emulates the scheme of a page, for as long as it lives. */
const sessions = new WeakMap<Page, CDPSession>()

/** Shows the page in that scheme. */
export async function setScheme(page: Page, scheme: Scheme): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession())
  sessions.set(page, session)
  // Puppeteer's own way knows nothing of forced colours.
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  })
  // Colours that are still on their way would be judged.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
}

/** What those rules of axe, or all of them, find wrong in that scheme. */
export async function auditIn(
  page: Page,
  scheme: Scheme,
  rules?: readonly string[],
): Promise<readonly string[]> {
  await setScheme(page, scheme)
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async runOnly => {
    const result = await window.axe?.run(document, {
      resultTypes: ['violations'],
      ...(runOnly === undefined ? {} : { runOnly: [...runOnly] }),
    })
    return result?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
  }, rules)
  if (violations === undefined) throw new Error('axe is not in the page.')
  return violations.map(violation => `${scheme}: ${violation}`)
}
