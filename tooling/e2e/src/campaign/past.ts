import type { Page } from 'puppeteer-core'
import { order } from '../popup/popup.ts'
import { holdUpOrder, type Orderer } from './hold-up-order.ts'
import type { FaultCase, Past } from './plan/case.ts'
import { pastVideoIdOf } from './plan/plan-case.ts'
import { type AccountPlace, agingPlace } from './plan/turns.ts'
import { reviewOrder } from './review-order.ts'
import { type Sought, settled } from './watch.ts'
import type { CampaignWorker } from './worker.ts'

/** What came before a case's own order. */
export interface BroughtAbout {
  /** The orders that were placed. */
  readonly orders: readonly Sought[]
  /** From what the service worker read last until the order reached the upstream; absent unless the connection was kept waiting. */
  readonly connectMs?: number
}

/** Brings about what comes before the case's own order. */
export async function bringAbout(
  worker: CampaignWorker,
  faultCase: FaultCase,
  place: AccountPlace,
): Promise<BroughtAbout> {
  return await pasts[faultCase.past](worker, faultCase, place)
}

const pasts: Readonly<
  Record<Past, (worker: CampaignWorker, faultCase: FaultCase, place: AccountPlace) => Promise<BroughtAbout>>
> = {
  usual: async () => ({ orders: [] }),
  'slow-connect': (worker, faultCase, place) => orderBefore(worker, faultCase, place, confirmSlowly),
  'old-worker': async (worker, faultCase, place) => {
    await ageServiceWorker(worker, agingPlace(place))
    return await orderBefore(worker, faultCase, place, confirmAtOnce)
  },
}

/** Presses the button that orders, and does what makes the past what it is; gives `connectMs` where that is told. */
type Confirm = (worker: CampaignWorker, popup: Page, orderer: Orderer) => Promise<number | undefined>

async function orderBefore(
  worker: CampaignWorker,
  faultCase: FaultCase,
  place: AccountPlace,
  confirm: Confirm,
): Promise<BroughtAbout> {
  const account = await worker.useAccount(place)
  const sought = { upstream: faultCase.upstream, account, videoId: pastVideoIdOf(faultCase) }
  const popup = await reviewOrder(worker, sought, faultCase.quantity)
  const connectMs = await confirm(worker, popup, { ...place, account })
  await settled(worker, sought)
  await popup.close()
  return { orders: [sought], ...(connectMs === undefined ? {} : { connectMs }) }
}

const confirmAtOnce: Confirm = async (_worker, popup) => {
  await order(popup, 'click')
  return undefined
}

const confirmSlowly: Confirm = async (worker, popup, orderer) =>
  await timed(worker, orderer.account, async () => {
    const { ordering } = await holdUpOrder(worker, orderer, () => order(popup, 'click'))
    const start = performance.now()
    await ordering
    return start
  })

/** How long after what it gives the account's order reaches the upstream: 0 where none does. */
async function timed(worker: CampaignWorker, account: string, act: () => Promise<number>): Promise<number> {
  const signal = AbortSignal.timeout(patienceMs)
  const arrival = worker.server.control.requestLog
    .waitFor({ action: 'add', account }, { signal })
    .then(() => performance.now())
    .catch(() => 0)
  const [arrived, start] = await Promise.all([arrival, act()])
  return Math.max(0, arrived - start)
}

/** A connection that is kept waiting opens after one second, or after three. */
const patienceMs = 5000

/** How many requests of one service worker the browser lists (`performance.getEntriesByType('resource')`). */
const listed = 250

/** A new service worker, and so many balances read by it elsewhere. */
async function ageServiceWorker(worker: CampaignWorker, place: AccountPlace): Promise<void> {
  const name = await worker.useAccount(place)
  await worker.killServiceWorker()
  const popup = await worker.openPopup()
  await popup.evaluate(
    async (accountId, count, atOnce) => {
      for (let asked = 0; asked < count; asked += atOnce) {
        const message = { type: 'read-balance', accountId }
        await Promise.all(Array.from({ length: atOnce }, () => chrome.runtime.sendMessage(message)))
      }
    },
    worker.accountId(name),
    listed,
    10,
  )
  await popup.close()
}
