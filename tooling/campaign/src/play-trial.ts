import type { UpstreamKind } from '@orderwright/core'
import type { FaultPlan } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import type { Evidence } from './judge.ts'
import type { Lane } from './lane.ts'
import { cardSays, cardText, decide, openOrders, refresh } from './orders-screen.ts'
import { order, press, review } from './person.ts'
import { videoIdOf } from './plan-trial.ts'
import type { HistoryEntry } from './read-history.ts'
import { lookOnce, resolve } from './resolve.ts'
import { strike } from './strike.ts'
import type { Blow, PlannedFault, Trial } from './trial.ts'
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

/** A trial whose order has been confirmed. */
export interface Begun {
  readonly trial: Trial
  readonly accountNumber: number
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
export async function beginTrial(lane: Lane, trial: Trial, accountNumber: number): Promise<Begun> {
  const { upstream, blow, fault } = trial
  const account = await lane.useAccount(upstream, accountNumber)
  const videoId = videoIdOf(trial)
  await lane.play(videoId)
  // Typing is the extension's own tests' business; here it would cost as much as all that goes wrong.
  await lane.enter(account, videoId, { serviceId: services[upstream], quantity: trial.quantity })
  const popup = await lane.openPopup()
  await review(popup)
  if (fault !== undefined) lane.server.control.faults.add(faultPlan(fault, account))
  const sought = { upstream, account, videoId }
  const begun = { trial, accountNumber, sought, popup }
  const confirm = (): Promise<void> => order(popup, trial.press)
  if (blow === undefined || isAfterwards(trial, blow)) {
    await confirm()
    return { ...begun, release: () => undefined }
  }
  return { ...begun, release: await strike(lane, { upstream, account, popup }, blow, confirm) }
}

/** Brings the extension back, resolves what is unknown as a person does, and gives what is known on both sides. */
export async function endTrial(lane: Lane, begun: Begun): Promise<Played> {
  const { trial, sought } = begun
  const { blow } = trial
  if (blow?.isLate !== true) begun.release()
  await lane.useAccount(trial.upstream, begun.accountNumber)
  let popup = await ordersPopup(lane, begun.popup)
  const entries = await settled(lane, sought)
  let release = begun.release
  if (blow !== undefined && isAfterwards(trial, blow)) {
    release = await strikeAfterwards(lane, sought, popup, blow)
    if (!blow.isLate) release()
    popup = await ordersPopup(lane, popup)
  }
  if (await isStanding(lane, sought, 'unknown')) await resolve(lane, sought, popup, release)
  release()
  const confirmed = trial.triesAgain && (await orderAgain(lane, sought, popup)) ? 2 : 1
  await charged(lane, sought, popup)
  const known = await settled(lane, sought)
  // What was struck down in the middle may still have pressed something else.
  await openOrders(popup)
  for (const { orderId } of known) if (orderId !== undefined) await cardSays(popup, sought.videoId, orderId)
  return {
    sought,
    confirmed,
    sent: sent(lane, sought),
    taken: taken(lane, sought),
    remembered: known,
    screen: await cardText(popup, sought.videoId),
    ending: entries.map(({ life }) => life),
  }
}

/** One of each kind whose amounts go far behind the point, and that takes any count. */
const services: Readonly<Record<UpstreamKind, string>> = { qqtube: '24', panel: '9' }

function faultPlan({ name, when }: PlannedFault, account: string): FaultPlan {
  const isSlow = name === 'latency' || name === 'slow-body'
  return { fault: name, when, action: 'add', account, ...(isSlow ? { delay: '300ms' } : {}) }
}

/** An upstream's list is looked through as soon as nobody knows; a number is checked when a person has found it. */
function isAfterwards({ upstream }: Trial, { moment }: Blow): boolean {
  return moment === 'track' || (moment === 'look-up' && upstream === 'panel')
}

async function strikeAfterwards(lane: Lane, sought: Sought, popup: Page, blow: Blow): Promise<() => void> {
  const victim = { ...sought, popup }
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

/** Sends once more what nobody took, where the popup offers that. */
async function orderAgain(lane: Lane, sought: Sought, popup: Page): Promise<boolean> {
  const { videoId } = sought
  const entries = await remembered(lane, sought)
  if (entries.length === 0 || entries.some(({ standing }) => standing !== 'not_taken')) return false
  const isOffered = (await decide(popup, videoId, 'Try again')) || (await correct(popup, videoId))
  if (!isOffered) return false
  // What has not struck by now was meant for the first time.
  lane.server.control.faults.clear()
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
