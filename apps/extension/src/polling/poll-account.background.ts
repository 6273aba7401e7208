import { isolate } from '@orderwright/core'
import type { Account } from '../accounts/account.ts'
import { accountById, accountsItem } from '../accounts/account-store.ts'
import { inWords } from '../accounts/upstream/describe-error.background.ts'
import { openUpstream } from '../accounts/upstream/open-upstream.background.ts'
import { areKeysLocked } from '../keys/vault/open-vault.ts'
import { lookThroughList } from '../orders/duplicates/scan-for-duplicates.background.ts'
import { ordersOf } from '../orders/history/order-history.ts'
import { UserFacingError } from '../platform/errors.ts'
import { keepAlive } from '../platform/keep-alive.ts'
import { ownValue } from '../platform/own-value.ts'
import type { AccountPace } from './account-interval.ts'
import { askQuestions } from './ask-batch.background.ts'
import { chooseQuestions, type PollTrigger } from './choose-batch.ts'
import { forgetOthers, noteFailure, paceOf } from './interval-store.background.ts'
import { type FollowedOrders, followedOrders } from './order-targets.ts'

/**
 * Asks an account's upstream about its open orders, as far as the trigger calls for it, in as few requests as it
 * allows. Windows and the alarm take turns, and find what the one before has asked.
 *
 * @throws {UserFacingError} whose message tells a person what went wrong there.
 */
export async function followAccount(accountId: string, trigger: PollTrigger): Promise<null> {
  const account = await accountById(accountId)
  const turn = (): Promise<void> => inWords(account, () => takeTurn(account, trigger))
  await keepAlive(() => navigator.locks.request(`follow:${accountId}`, turn))
  return null
}

async function takeTurn(account: Account, trigger: PollTrigger): Promise<void> {
  const followed = followedOrders(await ordersOf(account.id), Date.now())
  const pace = await paceOf(account.id)
  const choose = (batchSize: number): FollowedOrders =>
    chooseQuestions(followed, pace, { trigger, now: Date.now(), batchSize })
  if (all(choose(1)).length === 0) return
  if (trigger === 'due' && Date.now() < pace.notBefore) return
  if (trigger === 'opened') refuseWhileClosed(account, pace)
  let failed: readonly string[] = []
  try {
    const upstream = await openUpstream(account)
    const questions = choose(upstream.capabilities.statusBatchSize)
    const isFirst = questions.orders.some(
      ({ key, changedAt }) => ownValue(pace.askedAt, key) === undefined && Date.now() - changedAt < newMs,
    )
    failed = await askQuestions(account.id, upstream, questions)
    if (trigger === 'wanted') await lookThroughList(account.id, upstream)
    else if (isFirst) await lookThroughList(account.id, upstream).catch(notThisTime)
  } catch (error) {
    // While keys are locked nobody was asked, and nobody will be.
    if (!(await areKeysLocked())) await noteFailure(account.id, error)
    throw error
  }
  await forgetOthers(account.id, all(followed))
  if (trigger === 'wanted' && failed.length > 0) throw new UserFacingError(describeFailed(account, failed))
}

function describeFailed({ name }: Account, orderIds: readonly string[]): string {
  const orders = orderIds.map(id => `“${isolate(id)}”`).join(', ')
  return `${isolate(name)} cannot be asked about ${orderIds.length === 1 ? 'order' : 'orders'} ${orders}: look there yourself. It was asked about all others.`
}

/** A double is made in the moment of sending, and is looked for once, with the first question about a new order. */
const newMs = 30 * 60_000

function all({ orders, refills, lookUps }: FollowedOrders): readonly { readonly key: string }[] {
  return [...orders, ...refills, ...lookUps]
}

/** Who only opens a window does not mean to disregard what the upstream has asked for. */
function refuseWhileClosed({ name }: Account, { closedUntil }: AccountPace): void {
  if (Date.now() >= closedUntil) return
  const time = new Date(closedUntil).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  throw new UserFacingError(
    `${isolate(name)} has asked to be left alone until ${time}. Press “Refresh” to ask it all the same.`,
  )
}

function notThisTime(): void {
  // What was asked was answered. The list is read with the next new order, or when the person wants to know.
}

/** Takes a turn at each account that is due, one after the other. */
export async function followOrders(): Promise<void> {
  // Nobody is there to unlock them, and the screens say that orders are not followed meanwhile.
  const accounts = (await areKeysLocked()) ? [] : await accountsItem.get()
  for (const { id } of accounts) await followAccount(id, 'due').catch(nextTime)
}

function nextTime(): void {
  // What went wrong is in the account's pace, and a person reads it where they ask themselves.
}
