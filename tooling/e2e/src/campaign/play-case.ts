import type { FaultPlan } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import type { HistoryEntry } from '../popup/order-history.ts'
import { cardSays, cardText, decide, openOrders, refresh } from '../popup/orders.ts'
import { order, press } from '../popup/popup.ts'
import { strike } from './inject-fault.ts'
import type { Evidence } from './judge.ts'
import { type BroughtAbout, bringAbout } from './past.ts'
import type { Blow, PlannedFault, Trial } from './plan/case.ts'
import { videoIdOf } from './plan/plan-case.ts'
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
import type { AccountPlace, Lane } from './worker.ts'

/** A trial whose order has been confirmed. */
export interface Begun {
  readonly trial: Trial
  readonly place: AccountPlace
  readonly past: BroughtAbout
  readonly sought: Sought
  readonly popup: Page
  /** Lets a request go on that is still held. */
  readonly release: () => void
}

export interface Played extends Evidence {
  readonly sought: Sought
  /** The words for the order's life before the person did anything about it. */
  readonly ending: readonly string[]
}

/** Orders through the popup, with the account of that number, and strikes where the trial strikes so early. */
export async function beginTrial(lane: Lane, trial: Trial, number: number): Promise<Begun> {
  const { upstream, protocol, blow, fault } = trial
  const place = { upstream, protocol, number }
  lane.front.setBroken(trial.broken)
  const past = await bringAbout(lane, trial, place)
  const account = await lane.useAccount(place)
  const sought = { upstream, account, videoId: videoIdOf(trial) }
  const popup = await reviewOrder(lane, sought, trial.quantity)
  if (fault !== undefined) lane.server.control.faults.add(faultPlan(fault, account))
  const begun = { trial, place, past, sought, popup }
  const confirm = (): Promise<void> => order(popup, trial.press)
  if (blow === undefined || isAfterwards(trial, blow)) {
    await confirm()
    return { ...begun, release: () => undefined }
  }
  return { ...begun, release: await strike(lane, { ...place, account, popup }, blow, confirm) }
}

/**
 * Brings the extension back, resolves what is unknown as a person does, and gives what is known on both sides: of the
 * trial's own order first, then of those before it.
 */
export async function endTrial(lane: Lane, begun: Begun): Promise<readonly Played[]> {
  const { trial, sought } = begun
  const { blow } = trial
  if (blow?.isLate !== true) begun.release()
  await lane.useAccount(begun.place)
  let popup = await ordersPopup(lane, begun.popup)
  let confirmed = 1 + (await insist(lane, sought, popup))
  const entries = await settled(lane, sought)
  let release = begun.release
  if (blow !== undefined && isAfterwards(trial, blow)) {
    release = await strikeAfterwards(lane, begun, popup, blow)
    if (!blow.isLate) release()
    popup = await ordersPopup(lane, popup)
  }
  if (await isStanding(lane, sought, 'unknown')) await resolve(lane, sought, popup, release)
  release()
  // What has not struck by now was meant for the first time.
  const clearFaults = (): void => lane.server.control.faults.clear()
  if (trial.triesAgain && (await orderAgain(lane, sought, popup, clearFaults))) confirmed += 1
  const ending = entries.map(({ life }) => life)
  const own = await known(lane, sought, popup, { confirmed, ending })
  const before: Played[] = []
  for (const one of begun.past.orders)
    before.push(await known(lane, one, popup, { confirmed: 1, ending: [] }))
  return [own, ...before]
}

/** How often a person sends an order again that the extension keeps back. */
const insistence = 3

/** Sends what was kept back again, with what is to go wrong still to come; gives how often. */
async function insist(lane: Lane, sought: Sought, popup: Page): Promise<number> {
  for (let again = 0; again < insistence; again += 1) {
    const entries = await settled(lane, sought)
    const isKeptBack = entries.length === again + 1 && entries.every(entry => entry.isKeptBack)
    if (!isKeptBack || !(await orderAgain(lane, sought, popup, () => undefined))) return again
  }
  return insistence
}

/** What both sides know of an order in the end, and what the person reads of it. */
async function known(
  lane: Lane,
  sought: Sought,
  popup: Page,
  told: Pick<Played, 'confirmed' | 'ending'>,
): Promise<Played> {
  await charged(lane, sought, popup)
  const entries = await settled(lane, sought)
  // What was struck down in the middle may still have pressed something else.
  await openOrders(popup)
  for (const { orderId } of entries) if (orderId !== undefined) await cardSays(popup, sought.videoId, orderId)
  return {
    ...told,
    sought,
    sent: sent(lane, sought),
    taken: taken(lane, sought),
    remembered: entries,
    screen: await cardText(popup, sought.videoId),
  }
}

function faultPlan({ name, when }: PlannedFault, account: string): FaultPlan {
  const isSlow = name === 'latency' || name === 'slow-body'
  return { fault: name, when, action: 'add', account, ...(isSlow ? { delay: '300ms' } : {}) }
}

/** An upstream's list is looked through as soon as nobody knows; a number is checked when a person has found it. */
function isAfterwards({ upstream }: Trial, { moment }: Blow): boolean {
  return moment === 'track' || (moment === 'look-up' && upstream === 'panel')
}

async function strikeAfterwards(
  lane: Lane,
  { sought, place }: Begun,
  popup: Page,
  blow: Blow,
): Promise<() => void> {
  const victim = { ...place, account: sought.account, popup }
  if (blow.moment === 'track') {
    const isOpen = await isStanding(lane, sought, 'taken')
    const moment = isOpen ? 'track' : 'press'
    return await strike(lane, victim, { ...blow, moment }, () => refresh(popup))
  }
  if (!(await isStanding(lane, sought, 'unknown'))) return () => undefined
  // Where the website shows no such order, the upstream is not asked.
  const moment = taken(lane, sought).length > 0 ? 'look-up' : 'press'
  return await strike(lane, victim, { ...blow, moment }, () => lookOnce(lane, sought, popup))
}

/** The popup on its list of orders; opened anew where it is gone. */
async function ordersPopup(lane: Lane, popup: Page): Promise<Page> {
  const isGone = popup.isClosed() || !popup.browser().connected
  const open = isGone ? await lane.openPopup() : popup
  await openOrders(open)
  return open
}

/** Sends once more what nobody took, where the popup offers that; `onOffered` is called before it is confirmed. */
async function orderAgain(lane: Lane, sought: Sought, popup: Page, onOffered: () => void): Promise<boolean> {
  const { videoId } = sought
  const entries = await remembered(lane, sought)
  if (entries.length === 0 || entries.some(({ standing }) => standing !== 'not_taken')) return false
  const isOffered = (await decide(popup, videoId, 'Try again')) || (await correct(popup, videoId))
  if (!isOffered) return false
  onOffered()
  await order(popup, 'click')
  await rememberedOnce(lane, sought, now => now.length > entries.length && areSettled(now))
  await openOrders(popup)
  return true
}

async function correct(popup: Page, videoId: string): Promise<boolean> {
  if (!(await decide(popup, videoId, 'Correct it'))) return false
  await press(popup, 'Review order')
  return true
}

/** Waits until the upstream's charge is known for what it took; a person who sees none refreshes, and again. */
async function charged(lane: Lane, sought: Sought, popup: Page): Promise<void> {
  for (let attempt = 1; attempt <= 5 && !areCharged(await remembered(lane, sought)); attempt += 1) {
    await refresh(popup)
    await rememberedOnce(lane, sought, areCharged, 3000)
  }
}

function areCharged(entries: readonly HistoryEntry[]): boolean {
  return entries.every(({ standing, charge }) => standing !== 'taken' || charge !== undefined)
}
