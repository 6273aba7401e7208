import type { RecordChange } from '@orderwright/outbox'
import { accountsItem } from '../accounts/account-store.ts'
import { noticesOf } from './notification.ts'
import { noticesItem, withDelivered, withWaiting } from './queue.ts'
import { type ShownNotice, shownNotices } from './shown.ts'
import { noticeSwitchesItem } from './switches.ts'

/**
 * Shows what waits, once. Where a worker dies in between, the next one shows it again under the same name, which
 * replaces the first. While the popup is open the person reads it there.
 */
export async function showNotices(): Promise<void> {
  const { waiting } = await noticesItem.get()
  if (waiting.length === 0) return
  if (!(await isPopupOpen())) {
    await Promise.all(shownNotices(waiting, await noticeSwitchesItem.get()).map(show))
  }
  await noticesItem.update(queue => withDelivered(queue, waiting))
}

async function isPopupOpen(): Promise<boolean> {
  return (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0
}

async function show({ id, title, message }: ShownNotice): Promise<void> {
  const iconUrl = chrome.runtime.getURL('icons/128.png')
  await chrome.notifications.create(id, { type: 'basic', iconUrl, title, message })
}

/** Takes away what is still shown. */
export async function clearNotices(): Promise<void> {
  const shown = Object.keys(await chrome.notifications.getAll())
  await Promise.all(shown.map(id => chrome.notifications.clear(id)))
}

/** Writes down what a change has to tell, for {@link showNotices}. */
export async function queueNotices(change: RecordChange): Promise<void> {
  if (!change.effects.some(({ kind }) => kind === 'notify')) return
  const { accountId } = change.record
  const account = (await accountsItem.get()).find(({ id }) => id === accountId)
  const notices = noticesOf(change, account?.name ?? 'the upstream')
  if (notices.length > 0) await noticesItem.update(queue => withWaiting(queue, notices))
}
