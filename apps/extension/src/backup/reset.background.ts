import { deleteDB } from 'idb'
import { accountsItem } from '../accounts/account-store.ts'
import { cataloguesDatabase } from '../catalogue/catalogue-store.ts'
import { announceKeys } from '../keys/key-status.ts'
import { clearLockAlarm } from '../keys/vault/lock-alarm.ts'
import { clearNotifications } from '../notifications/notify.background.ts'
import { ordersDatabase } from '../orders/history/database.ts'
import { orderStore } from '../orders/history/order-store.ts'
import { openOutbox } from '../orders/open-outbox.background.ts'
import { UserFacingError } from '../platform/errors.ts'
import { withAccountLockIfFree } from '../platform/locks.ts'
import { messages as texts } from './texts/en.generated.ts'
import { unfinishedItem } from './unfinished.ts'

/**
 * Leaves the extension as it was when it was installed: keys, accounts, orders, catalogues, drafts, consent and
 * granted hosts are gone.
 *
 * @throws {UserFacingError} while an order is on its way, which would be charged and forgotten.
 */
export async function forgetEverything(): Promise<null> {
  const accounts = await accountsItem.get()
  await inFreeTurns(
    accounts.map(({ id }) => id),
    async () => {
      await openOutbox().recover()
      const busy = await orderStore.list({ states: ['queued', 'submitting'] })
      if (busy.length > 0) throw onItsWay()
      // On a full disk there is no room for the note before something is gone: keys go first then as always.
      await unfinishedItem.set({ kind: 'forget' }).catch(async () => {
        await forgetLocal()
        await unfinishedItem.set({ kind: 'forget' })
      })
      await finishForgetting()
    },
  )
  return null
}

/** Runs the task while nothing is being ordered through any of these accounts. */
async function inFreeTurns(accountIds: readonly string[], task: () => Promise<void>): Promise<void> {
  const [accountId, ...others] = accountIds
  if (accountId === undefined) return await task()
  const isFree = await withAccountLockIfFree(accountId, () => inFreeTurns(others, task))
  if (!isFree) throw onItsWay()
}

function onItsWay(): UserFacingError {
  return new UserFacingError(texts.onItsWay())
}

/**
 * Removes everything. It can be done again after any part of it was done: keys go first, the note that it was begun
 * goes last.
 */
export async function finishForgetting(): Promise<void> {
  await forgetLocal()
  await chrome.storage.session.clear()
  await clearLockAlarm()
  await clearNotifications()
  await deleteDB(ordersDatabase)
  await deleteDB(cataloguesDatabase)
  await giveBackPermissions()
  await chrome.storage.local.clear()
  announceKeys()
}

async function forgetLocal(): Promise<void> {
  const keys = (await chrome.storage.local.getKeys()).filter(key => key !== unfinishedItem.key)
  await chrome.storage.local.remove(keys)
}

async function giveBackPermissions(): Promise<void> {
  const { origins = [], permissions = [] } = await chrome.permissions.getAll()
  // What the manifest asks for cannot be given back; that is none in the build that people load.
  await Promise.all([
    ...origins.map(origin => chrome.permissions.remove({ origins: [origin] }).catch(() => false)),
    ...permissions.map(name => chrome.permissions.remove({ permissions: [name] }).catch(() => false)),
  ])
}
