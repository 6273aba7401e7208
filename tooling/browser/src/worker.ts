import { setTimeout } from 'node:timers/promises'
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
  // Not through the worker's own session: one that starts again under it would wait for a debugger.
  const session = await browser.target().createCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
  if (target !== undefined && worker !== undefined) {
    const gone = destroyed(browser, target)
    await session.send('Target.closeTarget', { targetId: worker.targetId })
    await Promise.race([gone, setTimeout(restartMs)])
  }
  await session.detach()
}

// A worker that something starts again at once keeps its target, so nothing tells of its end.
const restartMs = 500

function destroyed(browser: Browser, target: Target): Promise<void> {
  return new Promise(resolve => {
    const onDestroyed = (other: Target): void => {
      if (other !== target) return
      browser.off('targetdestroyed', onDestroyed)
      resolve()
    }
    browser.on('targetdestroyed', onDestroyed)
  })
}

function isWorker(target: Target, origin: string): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(origin)
}
