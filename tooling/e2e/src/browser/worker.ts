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
  // One that ends under a session keeps its target.
  const worker = await target.worker()
  // It may have ended by itself meanwhile.
  await worker?.client.detach().catch(() => undefined)
  const session = await browser.target().createCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  const running = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
  if (running !== undefined)
    await end(target, () => session.send('Target.closeTarget', { targetId: running.targetId }))
  await Promise.race([gone, setTimeout(restartMs)])
  await session.detach()
}

// A worker that something starts again at once keeps its target, so nothing tells of its end.
const restartMs = 500

// Nothing tells of the end of one that had ended by itself.
const endMs = 5_000

/**
 * Ends the worker by `close`, and lets the next one run if it starts at once. A worker that starts again under a session
 * waits for a debugger, and goes on waiting once that is gone: puppeteer attaches for a moment to the worker of every
 * page of the extension that opens, such as the document of an order that is just being sent.
 */
async function end(target: Target, close: () => Promise<unknown>): Promise<void> {
  const session = await target.createCDPSession()
  const ended = new Promise(resolve => session.once('Inspector.targetCrashed', resolve))
  const startedAgain = new Promise<void>(resolve => {
    session.once('Inspector.targetReloadedAfterCrash', () => {
      session.send('Runtime.runIfWaitingForDebugger').then(() => resolve(), resolve)
    })
  })
  await session.send('Inspector.enable')
  await close()
  await Promise.race([ended, setTimeout(endMs)])
  await Promise.race([startedAgain, setTimeout(restartMs)])
  await session.detach().catch(() => undefined)
}

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
