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
  if (target === undefined) return
  const gone = destroyed(browser, target)
  // A worker that starts again under a session waits for a debugger, and one that ends under it keeps its target.
  const worker = await target.worker()
  // It may have ended by itself meanwhile.
  await worker?.client.detach().catch(() => undefined)
  const session = await browser.target().createCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  const running = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
  if (running !== undefined) await session.send('Target.closeTarget', { targetId: running.targetId })
  await Promise.race([gone, setTimeout(restartMs)])
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
