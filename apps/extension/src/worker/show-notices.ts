import { withTold } from '../notices/notice-queue.ts'
import { type ShownNotice, shownNotices } from '../notices/shown-notices.ts'
import { noticeSwitchesItem } from '../storage/notice-switches.ts'
import { noticesItem } from '../storage/notices.ts'

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
  await noticesItem.update(queue => withTold(queue, waiting))
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
