import type { Page } from 'puppeteer-core'
import { order } from '../popup/popup.ts'
import { holdUpOrder, type Orderer } from './hold-up-order.ts'
import type { Past, Trial } from './plan/case.ts'
import { pastVideoIdOf } from './plan/plan-case.ts'
import { reviewOrder } from './review-order.ts'
import { type Sought, settled } from './watch.ts'
import type { AccountPlace, Lane } from './worker.ts'

/** What came before a trial's own order. */
export interface BroughtAbout {
  /** The orders that were placed. */
  readonly orders: readonly Sought[]
  /** From what the worker read last until the order reached the upstream; absent unless the connection was kept waiting. */
  readonly connectMs?: number
}

/** Brings about what comes before the trial's own order. */
export async function bringAbout(lane: Lane, trial: Trial, place: AccountPlace): Promise<BroughtAbout> {
  return await pasts[trial.past](lane, trial, place)
}

const pasts: Readonly<
  Record<Past, (lane: Lane, trial: Trial, place: AccountPlace) => Promise<BroughtAbout>>
> = {
  usual: async () => ({ orders: [] }),
  'slow-connect': (lane, trial, place) => orderBefore(lane, trial, place, confirmSlowly),
  'old-worker': async (lane, trial, place) => {
    await ageWorker(lane, place.number)
    return await orderBefore(lane, trial, place, confirmAtOnce)
  },
}

/** Presses the button that orders, and does what makes the past what it is; gives `connectMs` where that is told. */
type Confirm = (lane: Lane, popup: Page, orderer: Orderer) => Promise<number | undefined>

async function orderBefore(
  lane: Lane,
  trial: Trial,
  place: AccountPlace,
  confirm: Confirm,
): Promise<BroughtAbout> {
  const account = await lane.useAccount(place)
  const sought = { upstream: trial.upstream, account, videoId: pastVideoIdOf(trial) }
  const popup = await reviewOrder(lane, sought, trial.quantity)
  const connectMs = await confirm(lane, popup, { ...place, account })
  await settled(lane, sought)
  await popup.close()
  return { orders: [sought], ...(connectMs === undefined ? {} : { connectMs }) }
}

const confirmAtOnce: Confirm = async (_lane, popup) => {
  await order(popup, 'click')
  return undefined
}

const confirmSlowly: Confirm = async (lane, popup, orderer) =>
  await timed(lane, orderer.account, async () => {
    const { ordering } = await holdUpOrder(lane, orderer, () => order(popup, 'click'))
    const start = performance.now()
    await ordering
    return start
  })

/** How long after what it gives the account's order reaches the upstream: 0 where none does. */
async function timed(lane: Lane, account: string, act: () => Promise<number>): Promise<number> {
  const signal = AbortSignal.timeout(patienceMs)
  const arrival = lane.server.control.journal
    .waitFor({ action: 'add', account }, { signal })
    .then(() => performance.now())
    .catch(() => 0)
  const [arrived, start] = await Promise.all([arrival, act()])
  return Math.max(0, arrived - start)
}

/** A connection that is kept waiting opens after one second, or after three. */
const patienceMs = 5000

/** How many requests of one worker the browser lists (`performance.getEntriesByType('resource')`). */
const listed = 250

/** A new worker, and so many balances read by it elsewhere. */
async function ageWorker(lane: Lane, number: number): Promise<void> {
  const name = await lane.useAccount({ upstream: 'qqtube', protocol: 'http1', number })
  await lane.killWorker()
  const popup = await lane.openPopup()
  await popup.evaluate(
    async (accountId, count, atOnce) => {
      for (let asked = 0; asked < count; asked += atOnce) {
        const message = { type: 'read-balance', accountId }
        await Promise.all(Array.from({ length: atOnce }, () => chrome.runtime.sendMessage(message)))
      }
    },
    lane.accountId(name),
    listed,
    10,
  )
  await popup.close()
}
