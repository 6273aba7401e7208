import { isolate } from '@orderwright/core'
import type { Account } from '../account/account.ts'
import { ownValue } from '../own-value.ts'
import { ordersOf } from '../storage/orders.ts'
import type { AccountPace } from '../tracking/account-pace.ts'
import { chooseQuestions, type Occasion } from '../tracking/choose-questions.ts'
import { type FollowedOrders, followedOrders } from '../tracking/followed-orders.ts'
import { accountById } from './accounts.ts'
import { askQuestions } from './ask-questions.ts'
import { attend } from './attend.ts'
import { inWords } from './in-words.ts'
import { keepAlive } from './keep-alive.ts'
import { areKeysLocked } from './keys/are-keys-locked.ts'
import { lookThroughList } from './look-through-list.ts'
import { forgetOthers, noteFailure, paceOf } from './note-pace.ts'
import { openUpstream } from './open-upstream.ts'
import { Trouble } from './trouble.ts'

/**
 * Asks an account's upstream about its open orders, as far as the occasion calls for it, in as few requests as it
 * allows. Windows and the alarm take turns, and find what the one before has asked.
 *
 * @throws {Trouble} whose message tells a person what went wrong there.
 */
export async function followAccount(accountId: string, occasion: Occasion): Promise<null> {
  const account = await accountById(accountId)
  const turn = (): Promise<void> => inWords(account, () => takeTurn(account, occasion))
  try {
    await keepAlive(() => navigator.locks.request(`follow:${accountId}`, turn))
  } finally {
    await attend()
  }
  return null
}

async function takeTurn(account: Account, occasion: Occasion): Promise<void> {
  const followed = followedOrders(await ordersOf(account.id), Date.now())
  const pace = await paceOf(account.id)
  const choose = (batchSize: number): FollowedOrders =>
    chooseQuestions(followed, pace, { occasion, now: Date.now(), batchSize })
  if (all(choose(1)).length === 0) return
  if (occasion === 'due' && Date.now() < pace.notBefore) return
  if (occasion === 'opened') refuseWhileClosed(account, pace)
  let failed: readonly string[] = []
  try {
    const upstream = await openUpstream(account)
    const questions = choose(upstream.capabilities.statusBatchSize)
    const isFirst = questions.orders.some(
      ({ key, changedAt }) => ownValue(pace.askedAt, key) === undefined && Date.now() - changedAt < newMs,
    )
    failed = await askQuestions(account.id, upstream, questions)
    if (occasion === 'wanted') await lookThroughList(account.id, upstream)
    else if (isFirst) await lookThroughList(account.id, upstream).catch(notThisTime)
  } catch (error) {
    // While keys are locked nobody was asked, and nobody will be.
    if (!(await areKeysLocked())) await noteFailure(account.id, error)
    throw error
  }
  await forgetOthers(account.id, all(followed))
  if (occasion === 'wanted' && failed.length > 0) throw new Trouble(describeFailed(account, failed))
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
  throw new Trouble(
    `${isolate(name)} has asked to be left alone until ${time}. Press “Refresh” to ask it all the same.`,
  )
}

function notThisTime(): void {
  // What was asked was answered. The list is read with the next new order, or when the person wants to know.
}
