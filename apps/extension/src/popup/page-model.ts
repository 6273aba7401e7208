import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type YoutubeTarget, youtubeTarget } from '../youtube-target.ts'
import { videoTitle } from './video-title.ts'

/** A page of the video site that an order can be for. */
export interface Page {
  readonly target: YoutubeTarget
  readonly title: string
}

export interface PageModel {
  /** What the order is for: frozen when the popup opens, whatever the tab plays next. */
  readonly page: Signal<Page | undefined>
  /** Where the tab is now, where that is another target. */
  readonly movedTo: ReadonlySignal<Page | undefined>
}

/** The page under the popup. The click on the toolbar icon lets the extension read it, until the tab leaves the site. */
export async function readPage(end: AbortSignal): Promise<PageModel> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
  const page = signal(pageOf(tab))
  const current = signal(page.value)
  const onUpdated = (id: number, _: chrome.tabs.OnUpdatedInfo, updated: chrome.tabs.Tab): void => {
    if (id === tab?.id) current.value = pageOf(updated)
  }
  chrome.tabs.onUpdated.addListener(onUpdated)
  end.addEventListener('abort', () => chrome.tabs.onUpdated.removeListener(onUpdated))
  const movedTo = computed(() =>
    current.value?.target.url === page.value?.target.url ? undefined : current.value,
  )
  return { page, movedTo }
}

function pageOf(tab: Pick<chrome.tabs.Tab, 'url' | 'title'> | undefined): Page | undefined {
  const target = youtubeTarget(tab?.url ?? '')
  return target === undefined ? undefined : { target, title: videoTitle(tab?.title ?? '') }
}
