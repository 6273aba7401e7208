import { accountsItem } from '../accounts/account-store.ts'
import { areKeysLocked } from '../keys/vault/open-vault.ts'
import { ordersOf } from '../orders/history/order-history.ts'
import { lookUpAt } from './look-up-target.ts'
import { earliest, nextTurnAt } from './poll-state.ts'
import { pollStateOf } from './poll-state-store.background.ts'
import { pollTargetsOf } from './poll-targets.ts'

/** The name of the one alarm that polls all accounts. */
export const pollAlarm = 'poll-orders'

/** The alarm rings again by itself: whatever ends the worker in the middle of a turn does not end the polling. */
const periodInMinutes = 60

/** Calls `ring` on the alarm. Call it while the worker starts, so that the alarm and the browser's start wake it. */
export function onPollAlarm(ring: () => void): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === pollAlarm) ring()
  })
  // The start of the worker is what counts; without a listener there would be none.
  chrome.runtime.onStartup.addListener(() => undefined)
}

/** Sets the alarm for the next turn of any account, or takes it away if there is nothing to ask. */
export async function setPollAlarm(): Promise<void> {
  const turnAt = await nextTurn()
  if (turnAt === undefined) {
    await chrome.alarms.clear(pollAlarm)
    return
  }
  const when = alarmTime(turnAt, Date.now(), Math.random())
  await chrome.alarms.create(pollAlarm, { when, periodInMinutes })
}

async function nextTurn(): Promise<number | undefined> {
  if (await areKeysLocked()) return undefined
  const turns = await Promise.all((await accountsItem.get()).map(({ id }) => nextTurnOf(id)))
  return earliest(turns.flatMap(turn => turn ?? []))
}

async function nextTurnOf(accountId: string): Promise<number | undefined> {
  const state = await pollStateOf(accountId)
  const { orders, refills, lookUps } = pollTargetsOf(await ordersOf(accountId), Date.now())
  const lookUpsAt = lookUps.flatMap(lookUp => lookUpAt(lookUp, state.askedAt) ?? [])
  return nextTurnAt(state, [...orders, ...refills], lookUpsAt)
}
/** The alarm rings up to so much later, so that many browsers that saw the same do not ask at the same moment. */
const spread = 0.1

/** The browser's own least for what is no test, so that nothing is promised that it does not keep. */
const leastMs = 30_000

/** Returns when the alarm for a turn at `turnAt` rings: not before it, and not within half a minute. `random` is 0 to 1. */
export function alarmTime(turnAt: number, now: number, random: number): number {
  const waitMs = Math.max(leastMs, turnAt - now)
  return now + waitMs * (1 + spread * random)
}
