import type { Page } from 'puppeteer-core'
import { press, refresh } from '../popup/controls.ts'
import type { HistoryEntry } from '../popup/order-history.ts'
import { cardSays, cardText, decide, openOrders } from '../popup/orders.ts'
import { order } from '../popup/popup.ts'
import { faultPlan, injectFault } from './inject-fault.ts'
import type { Evidence } from './judge.ts'
import { type BroughtAbout, bringAbout } from './past.ts'
import type { FaultCase, LocalFault } from './plan/case.ts'
import { videoIdOf } from './plan/plan-case.ts'
import type { AccountPlace } from './plan/turns.ts'
import { lookOnce, resolve } from './resolve.ts'
import { reviewOrder } from './review-order.ts'
import {
  areSettled,
  isStanding,
  remembered,
  rememberedOnce,
  type Sought,
  sent,
  settled,
  taken,
} from './watch.ts'
import type { CampaignWorker } from './worker.ts'

/** A case whose order has been confirmed. */
export interface Begun {
  readonly faultCase: FaultCase
  readonly place: AccountPlace
  readonly past: BroughtAbout
  readonly sought: Sought
  readonly popup: Page
  /** Lets a request go on that is still held. */
  readonly release: () => void
}

export interface Played extends Evidence {
  readonly sought: Sought
  /** The words for the order's state before the person did anything about it. */
  readonly ending: readonly string[]
}

/** Orders through the popup, with the account at that place, and injects the local fault if the case has it so early. */
export async function beginCase(
  worker: CampaignWorker,
  faultCase: FaultCase,
  place: AccountPlace,
): Promise<Begun> {
  const { upstream, localFault, fault } = faultCase
  worker.front.setBroken(faultCase.broken)
  const past = await bringAbout(worker, faultCase, place)
  const account = await worker.useAccount(place)
  const sought = { upstream, account, videoId: videoIdOf(faultCase) }
  const popup = await reviewOrder(worker, sought, faultCase.quantity)
  if (fault !== undefined) worker.server.control.faults.add(faultPlan(fault, account))
  const begun = { faultCase, place, past, sought, popup }
  const confirm = (): Promise<void> => order(popup, faultCase.press)
  if (localFault === undefined || isAfterwards(faultCase, localFault)) {
    await confirm()
    return { ...begun, release: () => undefined }
  }
  return { ...begun, release: await injectFault(worker, { ...place, account, popup }, localFault, confirm) }
}

/**
 * Brings the extension back, resolves what is unknown as a person does, and gives what is known on both sides: of the
 * case's own order first, then of those before it.
 */
export async function endCase(worker: CampaignWorker, begun: Begun): Promise<readonly Played[]> {
  const { faultCase, sought } = begun
  const { localFault } = faultCase
  if (localFault?.isLate !== true) begun.release()
  await worker.useAccount(begun.place)
  let popup = await ordersPopup(worker, begun.popup)
  let confirmed = 1 + (await insist(worker, sought, popup))
  const entries = await settled(worker, sought)
  let release = begun.release
  if (localFault !== undefined && isAfterwards(faultCase, localFault)) {
    release = await injectAfterwards(worker, begun, popup, localFault)
    if (!localFault.isLate) release()
    popup = await ordersPopup(worker, popup)
  }
  if (await isStanding(worker, sought, 'unknown')) await resolve(worker, sought, popup, release)
  release()
  // A fault that has met no request by now was meant for the first time.
  const clearFaults = (): void => worker.server.control.faults.clear()
  if (faultCase.triesAgain && (await orderAgain(worker, sought, popup, clearFaults))) confirmed += 1
  const ending = entries.map(({ state }) => state)
  const own = await known(worker, sought, popup, { confirmed, ending })
  const before: Played[] = []
  for (const one of begun.past.orders)
    before.push(await known(worker, one, popup, { confirmed: 1, ending: [] }))
  return [own, ...before]
}

/** How often a person sends an order again that the extension keeps back. */
const insistence = 3

/** Sends what was kept back again, with what is to go wrong still to come; gives how often. */
async function insist(worker: CampaignWorker, sought: Sought, popup: Page): Promise<number> {
  for (let again = 0; again < insistence; again += 1) {
    const entries = await settled(worker, sought)
    const isKeptBack = entries.length === again + 1 && entries.every(entry => entry.isKeptBack)
    if (!isKeptBack || !(await orderAgain(worker, sought, popup, () => undefined))) return again
  }
  return insistence
}

/** What both sides know of an order in the end, and what the person reads of it. */
async function known(
  worker: CampaignWorker,
  sought: Sought,
  popup: Page,
  told: Pick<Played, 'confirmed' | 'ending'>,
): Promise<Played> {
  await charged(worker, sought, popup)
  const entries = await settled(worker, sought)
  // An action that a local fault has interrupted may still have pressed something else.
  await openOrders(popup)
  for (const { orderId } of entries) if (orderId !== undefined) await cardSays(popup, sought.videoId, orderId)
  return {
    ...told,
    sought,
    sent: sent(worker, sought),
    taken: taken(worker, sought),
    remembered: entries,
    screen: await cardText(popup, sought.videoId),
  }
}

/** An upstream's list is looked through as soon as nobody knows; a number is checked when a person has found it. */
function isAfterwards({ upstream }: FaultCase, { moment }: LocalFault): boolean {
  return moment === 'track' || (moment === 'look-up' && upstream === 'panel')
}

async function injectAfterwards(
  worker: CampaignWorker,
  { sought, place }: Begun,
  popup: Page,
  localFault: LocalFault,
): Promise<() => void> {
  const target = { ...place, account: sought.account, popup }
  if (localFault.moment === 'track') {
    const isOpen = await isStanding(worker, sought, 'taken')
    const moment = isOpen ? 'track' : 'press'
    return await injectFault(worker, target, { ...localFault, moment }, () => refresh(popup))
  }
  if (!(await isStanding(worker, sought, 'unknown'))) return () => undefined
  // Where the website shows no such order, the upstream is not asked.
  const moment = taken(worker, sought).length > 0 ? 'look-up' : 'press'
  return await injectFault(worker, target, { ...localFault, moment }, () => lookOnce(worker, sought, popup))
}

/** The popup on its list of orders; opened anew where it is gone. */
async function ordersPopup(worker: CampaignWorker, popup: Page): Promise<Page> {
  const isGone = popup.isClosed() || !popup.browser().connected
  const open = isGone ? await worker.openPopup() : popup
  await openOrders(open)
  return open
}

/** Sends once more what nobody took, where the popup offers that; `onOffered` is called before it is confirmed. */
async function orderAgain(
  worker: CampaignWorker,
  sought: Sought,
  popup: Page,
  onOffered: () => void,
): Promise<boolean> {
  const { videoId } = sought
  const entries = await remembered(worker, sought)
  if (entries.length === 0 || entries.some(({ standing }) => standing !== 'not_taken')) return false
  const isOffered = (await decide(popup, videoId, 'Try again')) || (await correct(popup, videoId))
  if (!isOffered) return false
  onOffered()
  await order(popup, 'click')
  await rememberedOnce(worker, sought, now => now.length > entries.length && areSettled(now))
  await openOrders(popup)
  return true
}

async function correct(popup: Page, videoId: string): Promise<boolean> {
  if (!(await decide(popup, videoId, 'Correct it'))) return false
  await press(popup, 'Review order')
  return true
}

/** Waits until the upstream's charge is known for what it took; a person who sees none refreshes, and again. */
async function charged(worker: CampaignWorker, sought: Sought, popup: Page): Promise<void> {
  for (let attempt = 1; attempt <= 5 && !areCharged(await remembered(worker, sought)); attempt += 1) {
    await refresh(popup)
    await rememberedOnce(worker, sought, areCharged, 3000)
  }
}

function areCharged(entries: readonly HistoryEntry[]): boolean {
  return entries.every(({ standing, charge }) => standing !== 'taken' || charge !== undefined)
}
