import { accountsItem } from '../accounts/account-store.ts'
import { areKeysLocked } from '../keys/vault/open-vault.ts'
import { ordersOf } from '../orders/history/order-history.ts'
import { earliest, nextTurnAt } from './account-interval.ts'
import { paceOf } from './interval-store.background.ts'
import { lookUpAt } from './look-up-target.ts'
import { followedOrders } from './order-targets.ts'

/** Of the one alarm by which all open orders are followed. */
export const trackingAlarm = 'follow-orders'

/** The alarm rings again by itself: whatever ends the worker in the middle of a turn does not end the following. */
const periodInMinutes = 60

/** To be called as the worker starts, so that the alarm and the browser's own start wake it. */
export function onTrackingAlarm(ring: () => void): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === trackingAlarm) ring()
  })
  // The start of the worker is what counts; without a listener there would be none.
  chrome.runtime.onStartup.addListener(() => undefined)
}

/** Sets the alarm for the next turn of any account, or takes it away where there is nothing to ask. */
export async function setTrackingAlarm(): Promise<void> {
  const turnAt = await nextTurn()
  if (turnAt === undefined) {
    await chrome.alarms.clear(trackingAlarm)
    return
  }
  const when = alarmTime(turnAt, Date.now(), Math.random())
  await chrome.alarms.create(trackingAlarm, { when, periodInMinutes })
}

async function nextTurn(): Promise<number | undefined> {
  if (await areKeysLocked()) return undefined
  const turns = await Promise.all((await accountsItem.get()).map(({ id }) => nextTurnOf(id)))
  return earliest(turns.flatMap(turn => turn ?? []))
}

async function nextTurnOf(accountId: string): Promise<number | undefined> {
  const pace = await paceOf(accountId)
  const { orders, refills, lookUps } = followedOrders(await ordersOf(accountId), Date.now())
  const lookUpsAt = lookUps.flatMap(lookUp => lookUpAt(lookUp, pace.askedAt) ?? [])
  return nextTurnAt(pace, [...orders, ...refills], lookUpsAt)
}
/** Up to so much later, so that many browsers that saw the same do not ask at the same moment. */
const spread = 0.1

/** The browser's own least for what is no test, so that nothing is promised that it does not keep. */
const leastMs = 30_000

/** When the alarm for a turn at `turnAt` rings: not before it, nor within half a minute. `random` is 0 to 1. */
export function alarmTime(turnAt: number, now: number, random: number): number {
  const waitMs = Math.max(leastMs, turnAt - now)
  return now + waitMs * (1 + spread * random)
}
