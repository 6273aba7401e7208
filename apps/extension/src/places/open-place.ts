import { addressAt } from './place.ts'

/** The tab that a screen is open for. */
type TabOf = { readonly id: number; readonly windowId: number } | undefined

/** Opens the side panel beside the tab, and closes what it was opened from. To be called in the click itself. */
export async function openPanel(tab: TabOf): Promise<void> {
  if (tab === undefined) return
  await chrome.sidePanel.open({ windowId: tab.windowId })
  window.close()
}

/** Opens the screen in a window of its own, for the same tab, and closes what it was opened from. */
export async function openWindow(tab: TabOf): Promise<void> {
  const place = tab === undefined ? { name: 'window' as const } : { name: 'window' as const, tabId: tab.id }
  await chrome.windows.create({
    url: chrome.runtime.getURL(addressAt(place)),
    type: 'popup',
    width: 420,
    height: 700,
  })
  window.close()
}
