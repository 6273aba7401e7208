import type { RecordChange } from '@orderwright/outbox'
import { accountsItem, removedAccountsItem } from '../accounts/account-store.ts'
import { orderById } from '../orders/history/order-history.ts'
import {
  type DescribedNotification,
  describeNotification,
  notificationsOf,
  type OrderNotification,
} from './notification.ts'
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
    const [described, switches] = await Promise.all([describeAll(waiting), notificationSwitchesItem.get()])
    await Promise.all(shownNotifications(described, switches).map(show))
  }
  await notificationQueueItem.update(queue => withDelivered(queue, waiting))
}

/** Describes what waits by the orders as they are now. An order that was forgotten since has nothing to say. */
async function describeAll(waiting: readonly OrderNotification[]): Promise<readonly DescribedNotification[]> {
  const [entries, accounts, removed] = await Promise.all([
    Promise.all(waiting.map(({ recordId }) => orderById(recordId))),
    accountsItem.get(),
    removedAccountsItem.get(),
  ])
  const names = new Map([...removed, ...accounts].map(({ id, name }) => [id, name]))
  return waiting.flatMap((notification, index) => {
    const record = entries[index]?.record
    return record === undefined
      ? []
      : describeNotification(notification, record, names.get(notification.accountId) ?? '')
  })
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
  const notifications = notificationsOf(change)
  if (notifications.length > 0) await notificationQueueItem.update(queue => withWaiting(queue, notifications))
}
