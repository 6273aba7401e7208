import { expect, onTestFinished, test, vi } from 'vitest'
import { youtubeTarget } from '../youtube-target.ts'
import { type PageModel, pageForm, readPage, videoTitle } from './page-model.ts'

const link = (id: string): string => `https://www.youtube.com/watch?v=${id}`

const [one, two, three] = [link('jofNR_WkoCE'), link('aaaaaaaaaaa'), link('bbbbbbbbbbb')]

type Told = Pick<chrome.tabs.OnUpdatedInfo, 'url' | 'title' | 'status'>

interface Tab {
  readonly model: PageModel
  /** Tells of a change as the browser does: with the tab as it is then. */
  tell(change: Told): void
}

/** A popup over a tab at `url` with that title. */
async function openOver(url: string, title: string, incognito = false): Promise<Tab> {
  type Listener = (id: number, change: Told, tab: object) => void
  const listeners = new Set<Listener>()
  const tab = { id: 7, incognito, url, title }
  vi.stubGlobal('chrome', {
    ...chrome,
    tabs: {
      query: async () => [{ ...tab }],
      onUpdated: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  })
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const model = await readPage(end.signal)
  return {
    model,
    tell: ({ status, ...change }) => {
      Object.assign(tab, change)
      for (const listener of listeners) listener(7, { ...change, ...(status && { status }) }, { ...tab })
    },
  }
}

const moved = ({ model }: Tab): readonly (string | undefined)[] => [
  model.movedTo.value?.target.url,
  model.movedTo.value?.title,
]

test('after a change of pages the title is blank until that page’s own comes, never the one before', async () => {
  const tab = await openOver(one, '(3) One - YouTube')
  tab.tell({ url: two, status: 'loading' })
  expect(moved(tab)).toStrictEqual([two, ''])
  tab.tell({ status: 'complete' })
  expect(moved(tab)).toStrictEqual([two, ''])
  tab.tell({ title: '(3) Two - YouTube' })
  expect(moved(tab)).toStrictEqual([two, 'Two'])
  tab.tell({ url: three })
  tab.tell({ title: '(4) Two - YouTube' })
  expect(moved(tab)).toStrictEqual([three, ''])
  tab.tell({ title: '(4) Three - YouTube' })
  expect(moved(tab)).toStrictEqual([three, 'Three'])
  expect(tab.model.page.value).toMatchObject({ target: { url: one }, title: 'One' })
})

test('a title that comes under the open popup is taken for the page that it is for', async () => {
  const tab = await openOver(one, 'An earlier one - YouTube')
  tab.tell({ title: '(3) One - YouTube' })
  expect(tab.model.page.value?.title).toBe('One')
  expect(tab.model.movedTo.value).toBeUndefined()
  tab.tell({ url: `${one}&t=3` })
  expect(tab.model.page.value?.title).toBe('One')
  tab.tell({ url: two })
  tab.tell({ title: 'Two - YouTube' })
  tab.tell({ url: one })
  expect([tab.model.movedTo.value, tab.model.page.value?.title]).toStrictEqual([undefined, 'One'])
})

test('an address that stands in for a title while a page loads is no title', async () => {
  const tab = await openOver(one, 'www.youtube.com/watch?v=jofNR_WkoCE')
  expect(tab.model.page.value?.title).toBe('')
  tab.tell({ title: 'www.youtube.com' })
  expect(tab.model.page.value?.title).toBe('')
  tab.tell({ title: 'One - YouTube' })
  expect(tab.model.page.value?.title).toBe('One')
})

test('the order moves on with what is known of the new page, and a title that comes later is still taken', async () => {
  const tab = await openOver(one, 'One - YouTube')
  tab.tell({ url: two })
  tab.model.page.value = tab.model.movedTo.value
  expect(tab.model.page.value).toMatchObject({ target: { url: two }, title: '' })
  tab.tell({ title: 'Two - YouTube' })
  expect(tab.model.page.value).toMatchObject({ target: { url: two }, title: 'Two' })
  expect(tab.model.movedTo.value).toBeUndefined()
})

test('a channel’s live tab is told from a page without a video', async () => {
  const { model } = await openOver('https://www.youtube.com/@handle/live', 'Now - YouTube')
  expect([model.page.value, model.isLiveTab]).toStrictEqual([undefined, true])
  expect((await openOver('https://www.youtube.com/feed', 'YouTube')).model.isLiveTab).toBe(false)
})

test('a private window is told from others', async () => {
  expect((await openOver(one, 'One', true)).model.isPrivate).toBe(true)
  expect((await openOver(one, 'One')).model.isPrivate).toBe(false)
})

test.each([
  ['(3) A walk along the river - YouTube', 'A walk along the river'],
  ['(99+) A walk - YouTube', 'A walk'],
  ['A walk (3) - part two - YouTube', 'A walk (3) - part two'],
  ['(1984) - YouTube', '(1984)'],
  ['(3) (1984) - YouTube', '(1984)'],
  ['(1984)', '(1984)'],
  ['(3)A walk - YouTube', '(3)A walk'],
  ['(3) YouTube', 'YouTube'],
  [' - YouTube', ''],
  ['A walk - YouTube - YouTube', 'A walk - YouTube'],
  ['\u200e(3) A walk\u200e - YouTube', 'A walk'],
  ['YouTube', 'YouTube'],
  ['', ''],
])('%j is shown as %j', (title, shown) => expect(videoTitle(title)).toBe(shown))

test('a title of a million blanks is read, and cut', () => {
  expect(videoTitle(`a${' '.repeat(1_000_000)}-${' '.repeat(1_000_000)}b`)).toBe('a')
  expect(videoTitle('x'.repeat(1_000_000))).toHaveLength(300)
})

/** A side panel in the first window, whose tabs may be read as far as they are in `tabs`. */
async function openPanel(tabs: Map<number, Partial<chrome.tabs.Tab>>, active: number) {
  type Listener = (info: { readonly tabId: number; readonly windowId: number }) => void
  const listeners = new Set<Listener>()
  let front = active
  vi.stubGlobal('chrome', {
    ...chrome,
    tabs: {
      query: async () => [{ id: front, windowId: 1, ...tabs.get(front) }],
      onUpdated: { addListener: () => undefined, removeListener: () => undefined },
      onActivated: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  })
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const model = await readPage(end.signal, { name: 'panel' })
  return {
    model,
    end,
    listeners,
    activate: async (tabId: number, windowId = 1): Promise<void> => {
      if (windowId === 1) front = tabId
      for (const listener of listeners) listener({ tabId, windowId })
      await vi.waitFor(() => undefined)
    },
  }
}

test('a side panel keeps what the order is for, and says what the tab in front of its window shows', async () => {
  const panel = await openPanel(
    new Map([
      [7, { url: one, title: 'One - YouTube' }],
      [8, { url: two, title: 'Two - YouTube' }],
      [9, {}],
    ]),
    7,
  )
  await panel.activate(8, 2)
  expect(panel.model.movedTo.value).toBeUndefined()
  await panel.activate(8)
  expect(panel.model.page.value?.target.url).toBe(one)
  expect(panel.model.movedTo.value).toMatchObject({ title: 'Two', target: { url: two } })
  await panel.activate(9)
  expect(panel.model.movedTo.value).toBeUndefined()
  panel.end.abort()
  expect(panel.listeners.size).toBe(0)
})

test('a side panel beside no video takes the first that it may see, such as after a click on the icon', async () => {
  const tabs = new Map<number, Partial<chrome.tabs.Tab>>([[7, {}]])
  const panel = await openPanel(tabs, 7)
  expect(panel.model.page.value).toBeUndefined()
  tabs.set(7, { url: three, title: 'Three - YouTube' })
  await panel.model.readAgain()
  expect(panel.model.page.value).toMatchObject({ title: 'Three', target: { url: three } })
  expect(panel.model.movedTo.value).toBeUndefined()
})

test('a window of its own is for the tab that it was opened over, whichever is in front', async () => {
  const get = vi.fn(async (id: number) => ({ id, windowId: 1, url: two, title: 'Two - YouTube' }))
  vi.stubGlobal('chrome', {
    ...chrome,
    tabs: { ...chrome.tabs, get, query: async () => [{ id: 1, windowId: 2, url: one, title: 'One' }] },
  })
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const model = await readPage(end.signal, { name: 'window', tabId: 8 })
  expect(get).toHaveBeenCalledWith(8)
  expect([model.page.value?.target.url, model.tab()]).toStrictEqual([two, { id: 8, windowId: 1 }])
})

test.each([
  ['https://www.youtube.com/watch?v=jNQXAC9IVRw', 'watch'],
  ['https://youtu.be/jNQXAC9IVRw', 'watch'],
  ['https://www.youtube.com/shorts/jNQXAC9IVRw', 'short'],
  ['https://www.youtube.com/live/jNQXAC9IVRw', 'live'],
  ['https://music.youtube.com/watch?v=jNQXAC9IVRw', 'music'],
  ['https://www.youtube-nocookie.com/embed/jNQXAC9IVRw', 'embed'],
  ['https://www.youtube.com/channel/UC4QobU6STFB0P71PMvOGN5A', 'channel'],
  ['https://www.youtube.com/c/jawed', 'channel'],
  ['https://www.youtube.com/@jawed/videos', 'handle'],
  ['https://www.youtube.com/%40jawed', 'handle'],
  ['https://www.youtube.com/playlist?list=PLFgquLnL59alCl_2TQvOiD5Vgm1hCaGSI', 'playlist'],
])('%s is a %s', (link, form) => {
  const target = youtubeTarget(link)
  if (target === undefined) throw new Error('It names nothing.')
  expect(pageForm(link, target)).toBe(form)
})
