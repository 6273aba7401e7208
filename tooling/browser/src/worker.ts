import type { Browser, Target, WebWorker } from 'puppeteer-core'

/** The service worker of the extension at `origin`; waits for one to start. */
export async function serviceWorker(browser: Browser, origin: string): Promise<WebWorker> {
  const target = await browser.waitForTarget(candidate => isWorker(candidate, origin))
  const worker = await target.worker()
  if (worker === null) throw new Error('The service worker ended while it was being looked for.')
  return worker
}

/** Kills the service worker, as the browser does when it wants the memory; no-op where none runs. */
export async function killWorker(browser: Browser, origin: string): Promise<void> {
  const target = browser.targets().find(candidate => isWorker(candidate, origin))
  if (target === undefined) return
  const gone = new Promise<void>(resolve => {
    const onDestroyed = (destroyed: Target): void => {
      if (destroyed !== target) return
      browser.off('targetdestroyed', onDestroyed)
      resolve()
    }
    browser.on('targetdestroyed', onDestroyed)
  })
  const worker = await target.worker()
  await worker?.close()
  await gone
}

function isWorker(target: Target, origin: string): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(origin)
}
