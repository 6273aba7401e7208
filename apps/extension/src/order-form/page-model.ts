import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { openThumbnails } from '../appearance/thumbnail.ts'
import type { Place } from '../places/place.ts'
import { type YoutubeTarget, youtubeIssue, youtubeTarget } from '../youtube-target.ts'

/** What a page of the video site is to the person who looks at it; the target is the same for several. */
export type PageForm = 'watch' | 'short' | 'live' | 'music' | 'embed' | 'channel' | 'handle' | 'playlist'

/** A page of the video site that an order can be for. */
export interface Page {
  readonly target: YoutubeTarget
  /** Blank until the page has a title of its own. */
  readonly title: string
  /** What the page is to whoever looks at it. */
  readonly form?: PageForm
}

export interface PageModel {
  /** What the order is for: frozen when the popup opens, whatever the tab plays next. */
  readonly page: Signal<Page | undefined>
  /** Where the tab is now, if that is another target. */
  readonly movedTo: ReadonlySignal<Page | undefined>
  /** Whether the tab shows whatever is live on a channel: no video's own page, although one plays. */
  readonly isLiveTab: boolean
  /** Whether videos are shown by their picture. */
  readonly hasThumbnails: ReadonlySignal<boolean>
  /** Whether the window is a private one. */
  readonly isPrivate: boolean
  /** The tab that is followed. */
  readonly tab: () => { readonly id: number; readonly windowId: number } | undefined
  /** Looks at the tab in front again: a click on the icon may have allowed what was not before. */
  readAgain(): Promise<void>
}

/**
 * Reads the page under the popup, or beside the side panel, which follows whichever tab is in front. The click on the
 * toolbar icon allows it, until the tab leaves the site.
 */
export async function readPage(end: AbortSignal, place: Place = { name: 'popup' }): Promise<PageModel> {
  const [first, hasThumbnails] = await Promise.all([tabAt(place), openThumbnails(end)])
  let tab = first
  const page = signal(pageOf(tab, titleOf(tab)))
  const current = signal(page.value)
  const titles = new Map<string, string>()
  /** What the tab is still called after it has left that page. */
  let stale = ''
  show(page.value)

  function show(next: Page | undefined): void {
    batch(() => {
      current.value = next
      if (next === undefined) return
      titles.set(next.target.url, next.title)
      const isSame = next.target.url === page.value?.target.url
      // Beside a page that was none, the first one that is becomes what the order is for.
      if (isSame || (page.value === undefined && place.name === 'panel')) page.value = next
    })
  }

  /** YouTube changes the address first, while the tab still has the title of the page before. */
  const onUpdated = (id: number, change: chrome.tabs.OnUpdatedInfo, updated: chrome.tabs.Tab): void => {
    if (id !== tab?.id) return
    const next = pageOf(updated, '')
    const hasMoved = next?.target.url !== current.value?.target.url
    if (hasMoved && change.title === undefined) stale = titleOf(updated)
    const told = change.title === undefined ? '' : titleOf(change)
    if (next === undefined) show(undefined)
    else if (told !== '' && told !== stale) show({ ...next, title: told })
    else if (hasMoved) show({ ...next, title: titles.get(next.target.url) ?? '' })
  }
  const readAgain = async (): Promise<void> => {
    const next = await tabAt(place)
    if (next?.id !== tab?.id) stale = ''
    tab = next
    show(pageOf(next, titleOf(next)))
  }
  if (place.name === 'panel') {
    const onActivated = ({ windowId }: { readonly windowId: number }): void => {
      if (windowId === first?.windowId) void readAgain()
    }
    chrome.tabs.onActivated.addListener(onActivated)
    end.addEventListener('abort', () => chrome.tabs.onActivated.removeListener(onActivated))
  }
  chrome.tabs.onUpdated.addListener(onUpdated)
  end.addEventListener('abort', () => chrome.tabs.onUpdated.removeListener(onUpdated))
  const movedTo = computed(() =>
    current.value?.target.url === page.value?.target.url ? undefined : current.value,
  )
  return {
    page,
    movedTo,
    isLiveTab: youtubeIssue(first?.url ?? '') === 'live',
    // The second holds if a build runs apart in private windows, which this one does not.
    isPrivate: first?.incognito === true || chrome.extension.inIncognitoContext,
    tab: () => (tab?.id === undefined ? undefined : { id: tab.id, windowId: tab.windowId }),
    readAgain,
    hasThumbnails,
  }
}

/** Returns the tab that a window was opened over, or the one in front. */
async function tabAt({ tabId }: Place): Promise<chrome.tabs.Tab | undefined> {
  if (tabId !== undefined) return await chrome.tabs.get(tabId).catch(() => undefined)
  return (await chrome.tabs.query({ active: true, currentWindow: true }))[0]
}

function pageOf(tab: Pick<chrome.tabs.Tab, 'url'> | undefined, title: string): Page | undefined {
  const target = youtubeTarget(tab?.url ?? '')
  return target === undefined ? undefined : { target, title, form: pageForm(tab?.url ?? '', target) }
}

/** Returns what the page at `link` is, which names `target`. */
export function pageForm(link: string, { kind }: YoutubeTarget): PageForm {
  const url = URL.canParse(link) ? new URL(link) : undefined
  const [first = ''] = url?.pathname.split('/').filter(part => part !== '') ?? []
  if (kind === 'playlist') return 'playlist'
  if (kind === 'channel') return first.startsWith('@') || first.startsWith('%40') ? 'handle' : 'channel'
  if (first === 'shorts') return 'short'
  if (first === 'live') return 'live'
  if (first === 'embed' || first === 'v' || first === 'e') return 'embed'
  return url?.hostname === 'music.youtube.com' ? 'music' : 'watch'
}

/** Returns a tab's title, or a blank while its address stands in for it, as when a page loads. */
function titleOf(tab: { readonly title?: string | undefined } | undefined): string {
  const title = videoTitle(tab?.title ?? '')
  const isAddress = youtubeTarget(title) !== undefined || youtubeIssue(title) !== undefined
  return isAddress ? '' : title
}
/** YouTube allows a hundred letters; whatever else a page is called is cut. */
const longest = 300

const siteName = ' - YouTube'

/** Returns a page's title without YouTube's counter in front, such as `(3) `, and its name behind. */
export function videoTitle(title: string): string {
  const text = title.slice(0, 2 * longest).replace(/[\p{Cf}\p{Cc}]+/gu, '')
  const name = text.endsWith(siteName) ? text.slice(0, -siteName.length) : text
  // A counter stands before a title: `(1984)` alone is one.
  return name
    .trim()
    .replace(/^\(\d+\+?\)\s+(?=\S)/, '')
    .slice(0, longest)
    .trim()
}
