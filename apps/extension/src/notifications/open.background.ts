import { popupPage } from '../platform/pages.ts'
import { orderOfNotification, orderToShowItem } from './order-to-show.ts'

/** Opens the order of a notification that is clicked. Call it while the worker starts. */
export function onNotificationClick(): void {
  chrome.notifications.onClicked.addListener(id => void openFromNotification(id))
}

async function openFromNotification(id: string): Promise<void> {
  await chrome.notifications.clear(id)
  const order = orderOfNotification(id)
  if (order === undefined) return
  await orderToShowItem.set(order)
  try {
    await chrome.action.openPopup()
  } catch {
    // No window of the browser is in front: a tab can be opened all the same.
    await chrome.tabs.create({ url: chrome.runtime.getURL(popupPage) })
  }
}
