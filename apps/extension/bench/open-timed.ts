import type { Browser, Extension, Page, Target } from 'puppeteer-core'

/** A popup that was opened by a click, and how long that took. */
export interface TimedPopup {
  readonly page: Page
  /** From the click to the frame in which what can be typed in was shown, in milliseconds. */
  readonly time: number
  close(): Promise<void>
}

/**
 * Clicks the toolbar icon of an extension over `tab`, and resolves once its form is painted. What counts is marked in the
 * popup with `elementtiming="form"`: the browser itself then says when the frame with it was shown, so nothing that measures
 * runs in the popup while it opens. Both times are of the machine's clock.
 */
export async function openTimed(browser: Browser, extension: Extension, tab: Page): Promise<TimedPopup> {
  await tab.bringToFront()
  const isPopup = (target: Target): boolean =>
    target.url().startsWith(`chrome-extension://${extension.id}/`) && target.url().endsWith('/popup.html')
  const earlier = new Set(browser.targets().filter(isPopup))
  const clickedAt = performance.timeOrigin + performance.now()
  const [target] = await Promise.all([
    browser.waitForTarget(candidate => isPopup(candidate) && !earlier.has(candidate)),
    extension.triggerAction(tab),
  ])
  const page = await target.asPage()
  const paintedAt = await page.evaluate(formPaintedAt)
  return { page, time: paintedAt - clickedAt, close: () => close(browser, target, page) }
}

async function close(browser: Browser, target: Target, page: Page): Promise<void> {
  const gone = new Promise<void>(resolve => {
    const onDestroyed = (other: Target): void => {
      if (other !== target) return
      browser.off('targetdestroyed', onDestroyed)
      resolve()
    }
    browser.on('targetdestroyed', onDestroyed)
  })
  await page.close()
  await gone
}

/** Runs in the popup. The entries are kept by the browser, so it does not matter when this is asked. */
function formPaintedAt(): Promise<number> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('no form was painted within 10 s')), 10_000)
    const observer = new PerformanceObserver(list => {
      const [entry] = list.getEntries()
      if (entry === undefined) return
      observer.disconnect()
      clearTimeout(patience)
      resolve(performance.timeOrigin + entry.startTime)
    })
    observer.observe({ type: 'element', buffered: true })
  })
}

/** Resolves once no more than `count` processes draw pages: that of an extension without a page has ended then. */
export async function untilProcessesEnd(browser: Browser, count: number): Promise<void> {
  for (;;) {
    if ((await rendererCount(browser)) <= count) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

export async function rendererCount(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession()
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.filter(({ type }) => type === 'renderer').length
  } finally {
    await session.detach()
  }
}
