import type { KeyInput, Page } from 'puppeteer-core'

/** The name of the measures that the page keeps of its keys. */
const measure = 'key'

/**
 * Presses the keys one after the other in the focused field, and gives for each the time from the key to the end of the frame
 * that shows what it has done, in milliseconds. The key's time is the browser's own, of its arrival; the next key waits.
 */
export async function typeTimed(page: Page, keys: readonly KeyInput[]): Promise<readonly number[]> {
  await page.evaluate(measureKeys, measure)
  for (const [place, key] of keys.entries()) {
    await page.keyboard.press(key)
    await page.waitForFunction(
      (name, count) => performance.getEntriesByName(name).length > count,
      { polling: 10, timeout: 10_000 },
      measure,
      place,
    )
  }
  return page.evaluate(takeMeasures, measure)
}

/** Runs in the page. */
function measureKeys(name: string): void {
  addEventListener('keydown', onKey, { capture: true })
  function onKey({ timeStamp }: KeyboardEvent): void {
    requestAnimationFrame(() => {
      // A message is delivered after the frame that is being made is handed over.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => performance.measure(name, { start: timeStamp, end: performance.now() })
      port2.postMessage(null)
    })
  }
}

/** Runs in the page. */
function takeMeasures(name: string): readonly number[] {
  return performance.getEntriesByName(name).map(({ duration }) => duration)
}
