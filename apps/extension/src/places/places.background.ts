import { youtubeTarget } from '../youtube-target.ts'
import { linkToOrderItem } from './link-to-order.ts'
import { addressAt } from './place.ts'
import { messages as texts } from './texts/en.generated.ts'

const linkEntry = 'order-for-link'
const pageEntry = 'order-for-page'

/** Links that name a video, whatever page they stand on. What else they hold is read when one is clicked. */
const videoLinks = [
  '*://*.youtube.com/watch?*',
  '*://*.youtube.com/shorts/*',
  '*://*.youtube.com/live/*',
  '*://*.youtube.com/playlist?*',
  '*://*.youtube.com/channel/*',
  '*://*.youtube.com/@*',
  '*://youtu.be/*',
]

/** Offers the side panel, the context menu and the command for it. Call it while the worker starts. */
export function openPlaces(): void {
  // Its address has a query, which the manifest cannot name.
  void chrome.sidePanel.setOptions({ path: addressAt({ name: 'panel' }).slice(1), enabled: true })
  chrome.runtime.onInstalled.addListener(addEntries)
  chrome.contextMenus.onClicked.addListener((info, tab) => {
    // The browser opens it in the click alone: nothing may be awaited before.
    openPanel(tab)
    if (info.menuItemId === linkEntry) void orderForLink(info.linkUrl ?? '')
  })
  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-side-panel') openPanel(tab)
  })
}

/** The browser keeps the entries; those of an earlier version go. */
function addEntries(): void {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({
      id: linkEntry,
      title: texts.orderForLink(),
      contexts: ['link'],
      targetUrlPatterns: videoLinks,
    })
    chrome.contextMenus.create({
      id: pageEntry,
      title: texts.orderForPage(),
      contexts: ['page', 'video'],
      documentUrlPatterns: ['*://*.youtube.com/*'],
    })
  })
}

function openPanel(tab: chrome.tabs.Tab | undefined): void {
  if (tab !== undefined) void chrome.sidePanel.open({ windowId: tab.windowId })
}

/** Notes what to order for, if the link names something: the side panel takes it. */
async function orderForLink(link: string): Promise<void> {
  const target = youtubeTarget(link)
  if (target !== undefined) await linkToOrderItem.set(target.url)
}
