import type { Page } from 'puppeteer-core'

/** Moves the page to `link` as the video site does: a new url at once, the title a moment later, nothing loaded. */
export async function moveTo(page: Page, link: string, title: string): Promise<void> {
  await page.evaluate(
    (url, name) => {
      history.pushState({}, '', url)
      requestAnimationFrame(() => {
        document.title = name
      })
    },
    link,
    title,
  )
  await page.waitForFunction(name => document.title === name, {}, title)
}
