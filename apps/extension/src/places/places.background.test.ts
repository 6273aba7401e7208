import { beforeEach, expect, test, vi } from 'vitest'
import { followLinkToOrder, takeLinkToOrder } from './link-to-order.ts'
import { openPlaces } from './places.background.ts'

type Entry = Required<Pick<chrome.contextMenus.CreateProperties, 'id' | 'contexts'>> &
  chrome.contextMenus.CreateProperties

interface Browser {
  readonly entries: Entry[]
  readonly opened: unknown[]
  click(menuItemId: string, linkUrl?: string): void
  command(name: string): void
}

let browser: Browser

beforeEach(() => {
  const entries: Entry[] = []
  const opened: unknown[] = []
  const clicks = new Set<(info: object, tab: object) => void>()
  const commands = new Set<(name: string, tab: object) => void>()
  vi.stubGlobal('chrome', {
    ...chrome,
    runtime: { ...chrome.runtime, onInstalled: { addListener: (listener: () => void) => listener() } },
    sidePanel: {
      setOptions: async (options: unknown) => opened.push(options),
      open: async (options: unknown) => opened.push(options),
    },
    contextMenus: {
      removeAll: (then: () => void) => then(),
      create: (entry: Entry) => entries.push(entry),
      onClicked: { addListener: (listener: (info: object, tab: object) => void) => clicks.add(listener) },
    },
    commands: {
      onCommand: { addListener: (listener: (name: string, tab: object) => void) => commands.add(listener) },
    },
  })
  openPlaces()
  const tab = { id: 7, windowId: 3 }
  browser = {
    entries,
    opened,
    click: (menuItemId, linkUrl) => {
      for (const listener of clicks) listener({ menuItemId, linkUrl }, tab)
    },
    command: name => {
      for (const listener of commands) listener(name, tab)
    },
  }
})

test('the side panel shows the screen, and is opened by the menu and by the command, in the click itself', () => {
  expect(browser.opened.splice(0)).toStrictEqual([{ path: 'src/screens/popup.html?at=panel', enabled: true }])
  browser.click('order-for-page')
  browser.command('open-side-panel')
  browser.command('another')
  expect(browser.opened).toStrictEqual([{ windowId: 3 }, { windowId: 3 }])
})

test('the menu is on links that may name something to order for, and on pages of YouTube alone', () => {
  expect(browser.entries.map(({ id, contexts }) => [id, contexts])).toStrictEqual([
    ['order-for-link', ['link']],
    ['order-for-page', ['page', 'video']],
  ])
  expect(browser.entries[1]?.documentUrlPatterns).toStrictEqual(['*://*.youtube.com/*'])
  expect(browser.entries[0]?.targetUrlPatterns).toContain('*://youtu.be/*')
})

test('a link that was clicked waits for one screen, canonical', async () => {
  browser.click('order-for-link', 'https://youtu.be/jNQXAC9IVRw?t=5')
  await vi.waitFor(async () => expect(await chrome.storage.session.get('linkToOrder')).not.toStrictEqual({}))
  expect(await takeLinkToOrder()).toBe('https://www.youtube.com/watch?v=jNQXAC9IVRw')
  expect(await takeLinkToOrder()).toBe('')
})

test('a link that names nothing is not taken, and one goes to the screen that is open', async () => {
  const end = new AbortController()
  const taken: string[] = []
  await followLinkToOrder(link => taken.push(link), end.signal)
  browser.click('order-for-link', 'https://www.youtube.com/watch?v=')
  browser.click('order-for-link', 'https://www.youtube.com/shorts/jNQXAC9IVRw')
  await vi.waitFor(() => expect(taken).toStrictEqual(['https://www.youtube.com/watch?v=jNQXAC9IVRw']))
  expect(await takeLinkToOrder()).toBe('')
  end.abort()
})
