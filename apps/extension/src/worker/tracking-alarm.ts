import { accountsItem } from '../storage/accounts.ts'
import { ordersOf } from '../storage/orders.ts'
import { earliest, nextTurnAt } from '../tracking/account-pace.ts'
import { alarmTime } from '../tracking/alarm-time.ts'
import { followedOrders } from '../tracking/followed-orders.ts'
import { lookUpAt } from '../tracking/look-up.ts'
import { areKeysLocked } from './keys/are-keys-locked.ts'
import { paceOf } from './note-pace.ts'

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
