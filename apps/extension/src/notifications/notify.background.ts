import type { RecordChange } from '@orderwright/outbox'
import { accountsItem } from '../accounts/account-store.ts'
import { notificationsOf } from './notification.ts'
import { notificationQueueItem, withDelivered, withWaiting } from './queue.ts'
import { type ShownNotification, shownNotifications } from './shown.ts'
import { notificationSwitchesItem } from './switches.ts'

/**
 * Shows what waits, once. If a worker dies in between, the next one shows it again under the same id, which replaces
 * the first. While the popup is open the person reads it there.
 */
export async function showNotifications(): Promise<void> {
  const { waiting } = await notificationQueueItem.get()
  if (waiting.length === 0) return
  if (!(await isPopupOpen())) {
    await Promise.all(shownNotifications(waiting, await notificationSwitchesItem.get()).map(show))
  }
  await notificationQueueItem.update(queue => withDelivered(queue, waiting))
}

async function isPopupOpen(): Promise<boolean> {
  return (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0
}

async function show({ id, title, message }: ShownNotification): Promise<void> {
  const iconUrl = chrome.runtime.getURL('icons/128.png')
  await chrome.notifications.create(id, { type: 'basic', iconUrl, title, message })
}

/** Removes the notifications that are still shown. */
export async function clearNotifications(): Promise<void> {
  const shown = Object.keys(await chrome.notifications.getAll())
  await Promise.all(shown.map(id => chrome.notifications.clear(id)))
}

/** Stores the notifications of a change, for {@link showNotifications}. */
export async function queueNotifications(change: RecordChange): Promise<void> {
  if (!change.effects.some(({ kind }) => kind === 'notify')) return
  const { accountId } = change.record
  const account = (await accountsItem.get()).find(({ id }) => id === accountId)
  const notifications = notificationsOf(change, account?.name ?? 'the upstream')
  if (notifications.length > 0) await notificationQueueItem.update(queue => withWaiting(queue, notifications))
}
