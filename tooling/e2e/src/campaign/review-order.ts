import type { UpstreamKind } from '@orderwright/core'
import type { Page } from 'puppeteer-core'
import { review } from '../popup/popup.ts'
import type { Sought } from './watch.ts'
import type { CampaignWorker } from './worker.ts'

/** One of each kind whose amounts go far behind the point, and that takes any count. */
const services: Readonly<Record<UpstreamKind, string>> = { qqtube: '24', panel: '9' }

/** The popup with that order in review, ready for the button that orders; the account is the one in use. */
export async function reviewOrder(
  worker: CampaignWorker,
  { upstream, account, videoId }: Sought,
  quantity: number,
): Promise<Page> {
  await worker.play(videoId)
  // Typing is the extension's own tests' business; here it would cost as much as all that goes wrong.
  await worker.enter(account, videoId, { serviceId: services[upstream], quantity })
  const popup = await worker.openPopup()
  await review(popup)
  return popup
}
