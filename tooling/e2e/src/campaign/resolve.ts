import type { Page } from 'puppeteer-core'
import { adopt, decide, enterNumber } from '../popup/orders.ts'
import { isStanding, type Sought, taken } from './watch.ts'
import type { CampaignWorker } from './worker.ts'

/** How often a person looks before it is certain that there is no such order: the extension asks for a second look. */
const looks = 2

/**
 * Resolves an unknown order as a person does: the upstream's list is looked through, or its website read. `onLooked`
 * is called after the first look.
 */
export async function resolve(
  worker: CampaignWorker,
  sought: Sought,
  popup: Page,
  onLooked: () => void,
): Promise<void> {
  // A website is read in a person's own time.
  if (sought.upstream === 'panel') onLooked()
  for (let look = 0; look < looks; look += 1) {
    if (!(await isStanding(worker, sought, 'unknown'))) return
    await lookOnce(worker, sought, popup)
    onLooked()
  }
  if (await isStanding(worker, sought, 'unknown')) await decide(popup, sought.videoId, 'It was not placed')
}

/** Asks for a look-up, or tells what the website shows. */
export async function lookOnce(worker: CampaignWorker, sought: Sought, popup: Page): Promise<void> {
  const { upstream, videoId } = sought
  const id = (): string | undefined => taken(worker, sought)[0]?.id
  if (upstream === 'qqtube') {
    await decide(popup, videoId, 'Look ')
    const listed = id()
    if (listed !== undefined) await adopt(popup, videoId, listed)
    return
  }
  const seen = id()
  if (seen === undefined) await decide(popup, videoId, 'It was not placed')
  else await enterNumber(popup, videoId, seen)
}
