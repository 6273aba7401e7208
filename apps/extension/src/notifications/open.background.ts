import { popupPage } from '../platform/pages.ts'
import { orderOfNotice, orderToShowItem } from './order-to-show.ts'

/** To be called as the worker starts: a click on a notification opens its order. */
export function onNoticeClick(): void {
  chrome.notifications.onClicked.addListener(id => void openFromNotice(id))
}

async function openFromNotice(id: string): Promise<void> {
  await chrome.notifications.clear(id)
  const order = orderOfNotice(id)
  if (order === undefined) return
  await orderToShowItem.set(order)
  try {
    await chrome.action.openPopup()
  } catch {
    // No window of the browser is in front: a tab can be opened all the same.
    await chrome.tabs.create({ url: chrome.runtime.getURL(popupPage) })
  }
}
