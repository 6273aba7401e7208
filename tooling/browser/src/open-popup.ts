import type { Browser, Extension, Page, Target } from 'puppeteer-core'

/** The popup that a click on the toolbar icon opens over `page`; an earlier one has closed by then. */
export async function openPopup(
  browser: Browser,
  extension: Extension,
  page: Page,
  popupUrl: string,
): Promise<Page> {
  const earlier = new Set(browser.targets().filter(target => isAt(target, popupUrl)))
  // Chromium closes a popup when another tab comes to the front, so the tab comes first.
  await page.bringToFront()
  const [target] = await Promise.all([
    browser.waitForTarget(candidate => isAt(candidate, popupUrl) && !earlier.has(candidate)),
    extension.triggerAction(page),
  ])
  return await target.asPage()
}

function isAt(target: Target, url: string): boolean {
  return target.url().split(/[?#]/)[0] === url
}
