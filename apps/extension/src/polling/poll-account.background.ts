import { isolate } from '@orderwright/core'
import type { Account } from '../accounts/account.ts'
import { accountById, accountsItem } from '../accounts/account-store.ts'
import { withReadableErrors } from '../accounts/upstream/describe-error.background.ts'
import { openUpstream } from '../accounts/upstream/open-upstream.background.ts'
import { formatList } from '../format/locale.ts'
import { formatClock } from '../format/time.ts'
import { areKeysLocked } from '../keys/vault/open-vault.ts'
import { scanForDuplicates } from '../orders/duplicates/scan-for-duplicates.background.ts'
import { ordersOf } from '../orders/history/order-history.ts'
import { UserFacingError } from '../platform/errors.ts'
import { keepAlive } from '../platform/keep-alive.ts'
import { ownValue } from '../platform/own-value.ts'
import { askBatch } from './ask-batch.background.ts'
import { chooseBatch, type PollTrigger } from './choose-batch.ts'
import type { PollState } from './poll-state.ts'
import { forgetOthers, noteFailure, pollStateOf } from './poll-state-store.background.ts'
import { type PollTargets, pollTargetsOf } from './poll-targets.ts'
import { messages as texts } from './texts/en.generated.ts'

/**
 * Polls an account: asks its upstream about the orders that the trigger calls for, in as few requests as it allows.
 * Screens and the alarm take turns, so that each finds what the one before has asked.
 *
 * @throws {UserFacingError} if the upstream cannot be asked; the message says why.
 */
export async function pollAccount(accountId: string, trigger: PollTrigger): Promise<null> {
  const account = await accountById(accountId)
  const turn = (): Promise<void> => withReadableErrors(account, () => takeTurn(account, trigger))
  await keepAlive(() => navigator.locks.request(`poll:${accountId}`, turn))
  return null
}

async function takeTurn(account: Account, trigger: PollTrigger): Promise<void> {
  const targets = pollTargetsOf(await ordersOf(account.id), Date.now())
  const state = await pollStateOf(account.id)
  const choose = (batchSize: number): PollTargets =>
    chooseBatch(targets, state, { trigger, now: Date.now(), batchSize })
  if (all(choose(1)).length === 0) return
  if (trigger === 'due' && Date.now() < state.notBefore) return
  if (trigger === 'opened') throwWhileClosed(account, state)
  let failed: readonly string[] = []
  try {
    const upstream = await openUpstream(account)
    const batch = choose(upstream.capabilities.statusBatchSize)
    const isFirst = batch.orders.some(
      ({ key, changedAt }) => ownValue(state.askedAt, key) === undefined && Date.now() - changedAt < newMs,
    )
    failed = await askBatch(account.id, upstream, batch)
    if (trigger === 'wanted') await scanForDuplicates(account.id, upstream)
    else if (isFirst) await scanForDuplicates(account.id, upstream).catch(notThisTime)
  } catch (error) {
    // While keys are locked nobody was asked, and nobody will be.
    if (!(await areKeysLocked())) await noteFailure(account.id, error)
    throw error
  }
  await forgetOthers(account.id, all(targets))
  if (trigger === 'wanted' && failed.length > 0) throw new UserFacingError(describeFailed(account, failed))
}

function describeFailed({ name }: Account, orderIds: readonly string[]): string {
  const orders = formatList(orderIds.map(isolate))
  return texts.failed({ provider: isolate(name), count: orderIds.length, orders })
}

/** A duplicate is made in the moment of sending, so it is looked for once, with the first poll of a new order. */
const newMs = 30 * 60_000

function all({ orders, refills, lookUps }: PollTargets): readonly { readonly key: string }[] {
  return [...orders, ...refills, ...lookUps]
}

/** Throws while the upstream has asked to be left alone. Only a person who presses refresh goes on regardless. */
function throwWhileClosed({ name }: Account, { closedUntil }: PollState): void {
  if (Date.now() >= closedUntil) return
  throw new UserFacingError(texts.closed({ provider: isolate(name), time: formatClock(closedUntil) }))
}

function notThisTime(): void {
  // What was asked was answered. The list is read with the next new order, or when the person wants to know.
}

/** Polls each account that is due, one after the other. */
export async function pollAllAccounts(): Promise<void> {
  // Nobody is there to unlock the keys; the screens say that orders are not checked meanwhile.
  const accounts = (await areKeysLocked()) ? [] : await accountsItem.get()
  for (const { id } of accounts) await pollAccount(id, 'due').catch(nextTime)
}

function nextTime(): void {
  // What went wrong is in the account's poll state. A person who refreshes reads it.
}
