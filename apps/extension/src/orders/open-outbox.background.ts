import { createOutbox, createWebLock, type Outbox, type RecordChange, type Sender } from '@orderwright/outbox'
import { accountById } from '../accounts/account-store.ts'
import { aliasesOf } from '../accounts/alias-store.ts'
import { openUpstream } from '../accounts/upstream/open-upstream.background.ts'
import { onOrderChange } from '../after-order-change.background.ts'
import { orderStore } from './history/order-store.ts'

/** Below the 30 s that a worker lives, so that it writes down the ending itself. */
const deadlineMs = 25_000

/** The outbox over the journal, the browser's locks and the accounts; it keeps nothing, so each worker opens its own. */
export function openOutbox(onChange: (change: RecordChange, outbox: Outbox) => void = onOrderChange): Outbox {
  const outbox = createOutbox({
    store: orderStore,
    lock: createWebLock(navigator.locks),
    clock: Date,
    senderFor,
    aliasesOf,
    onChange: change => onChange(change, outbox),
  })
  return outbox
}

/** @throws {Trouble} where the account is gone, or its upstream cannot be used. */
async function senderFor(accountId: string): Promise<Sender> {
  const upstream = await openUpstream(await accountById(accountId))
  return {
    ...upstream,
    add: (order, options) => upstream.add(order, { timeoutMs: deadlineMs, ...options }),
  }
}
