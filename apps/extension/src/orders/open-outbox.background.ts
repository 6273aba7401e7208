import { createOutbox, createWebLock, type Outbox, type RecordChange, type Sender } from '@orderwright/outbox'
import { accountById } from '../accounts/account-store.ts'
import { aliasesOf } from '../accounts/alias-store.ts'
import { openUpstream } from '../accounts/upstream/open-upstream.background.ts'
import { orderStore } from './history/order-store.ts'

/** Below the 30 s that a worker lives, so that it stores the outcome itself. */
const deadlineMs = 25_000

type ChangeListener = (change: RecordChange, outbox: Outbox) => void

/** Of this worker: each one registers them again as it starts. */
const listeners = new Set<ChangeListener>()

/** Calls back with each change of an order's state, once it is stored. To be called as the worker starts. */
export function onOrderChange(listener: ChangeListener): void {
  listeners.add(listener)
}

/** Returns the outbox over the order history, the browser's locks and the accounts; it keeps nothing, so each worker opens its own. */
export function openOutbox(): Outbox {
  const outbox = createOutbox({
    store: orderStore,
    lock: createWebLock(navigator.locks),
    clock: Date,
    senderFor,
    poolOf: aliasesOf,
    onChange: change => {
      for (const listener of listeners) listener(change, outbox)
    },
  })
  return outbox
}

/**
 * Returns what sends an account's orders.
 *
 * @throws {UserFacingError} if the account is gone, or its upstream cannot be used.
 */
async function senderFor(accountId: string): Promise<Sender> {
  const upstream = await openUpstream(await accountById(accountId))
  return {
    ...upstream,
    add: (order, options) => upstream.add(order, { timeoutMs: deadlineMs, ...options }),
  }
}
