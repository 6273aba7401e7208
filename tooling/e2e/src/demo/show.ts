import { video } from '../browser/video-page.ts'
import { firstRunPage } from '../stage/seed.ts'
import { setStage } from '../stage/stage.ts'
import { connectAccount } from './connect-account.ts'

/** Opens a browser with everything in place for a person to click, and stays until they close it. */
export async function show(port: number, say: (line: string) => void): Promise<void> {
  const isReal = await isVideoSiteReachable()
  // Sixty times as fast as the wall's clock: an order completes while a person watches.
  await using stage = await setStage({
    port,
    headed: true,
    videoSite: isReal ? 'real' : 'stand-in',
    clock: { rate: 60 },
  })
  const { browser } = stage.browser
  const closed = new Promise(resolve => browser.once('disconnected', resolve))
  // A tab behind another one is not drawn, and what is not drawn cannot be clicked.
  await firstRunPage(stage.browser)
  await connectAccount(stage)
  const page = await stage.browser.openPage()
  await page.bringToFront()
  say(`Mock upstream at ${stage.upstream.url}, video page ${video.url}${isReal ? '' : ' (a stand-in: the real site cannot be reached)'}

What to click:
  1. In the tab "Welcome to Orderwright": read what it does, and accept.
  2. On the video page: the puzzle piece in the toolbar, then Orderwright.
  3. Choose a service, fill in the form, watch the price, review, order.
  4. Orders shows the progress: the mock's clock runs sixty times as fast as yours.

Nothing is bought: the upstream is a mock on this machine. Close the browser, or press Ctrl+C, to end.`)
  await closed
}

/** Whether the real video site answers within a moment; a person waits for this. */
async function isVideoSiteReachable(): Promise<boolean> {
  try {
    const response = await fetch(video.url, { method: 'HEAD', signal: AbortSignal.timeout(1500) })
    return response.ok
  } catch {
    return false
  }
}
