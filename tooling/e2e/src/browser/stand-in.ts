import type { Browser, CDPSession, Page, Target } from 'puppeteer-core'
import { videoPage } from './video-page.ts'

const patterns = ['https://*.youtube.com/*', 'https://youtube.com/*', 'https://youtu.be/*']

/**
 * Answers for the video site in the tabs of the browser, those that a person opens too; only a tab that
 * is opened straight at an address, by a script, may ask before it is attached to. The function that it returns resolves once a page's requests are answered.
 */
export function serveStandIn(browser: Browser): (page: Page) => Promise<void> {
  const attached = new WeakMap<Target, Promise<void>>()
  const attachOnce = (target: Target): Promise<void> => {
    const attaching = attached.get(target) ?? attach(target)
    attached.set(target, attaching)
    return attaching
  }
  browser.on('targetcreated', target => {
    // A tab may close while it is being attached to: then it needs no answers.
    attachOnce(target).catch(() => undefined)
  })
  return page => attachOnce(page.target())
}

async function attach(target: Target): Promise<void> {
  if (target.type() !== 'page') return
  const session = await target.createCDPSession()
  session.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const html = resourceType === 'Document' ? videoPage(request.url) : undefined
    // The tab may have closed or moved on meanwhile.
    fulfill(session, requestId, html).catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: patterns.map(urlPattern => ({ urlPattern })) })
}

async function fulfill(session: CDPSession, requestId: string, html: string | undefined): Promise<void> {
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: html === undefined ? 404 : 200,
    responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
    body: Buffer.from(html ?? '').toString('base64'),
  })
}
